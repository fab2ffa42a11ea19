using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;

namespace DichVuCong.Gateway.Accounts.Proposals;

/// <summary>What <c>POST /v1/account-proposals</c> carries (A12.5): a change that a one-stop system made, or wants. Personal data in the profile.</summary>
internal sealed record ProposalBody
{
    /// <summary>The system's own id of the change; kept when it is sent again.</summary>
    public string? ChangeId { get; init; }

    /// <summary>create, groups, lock or profile.</summary>
    public string? Kind { get; init; }

    /// <summary>The account; missing for a new one.</summary>
    public string? Account { get; init; }

    /// <summary>The agency.</summary>
    public string? Agency { get; init; }

    /// <summary>The groups there; for create and groups.</summary>
    public IReadOnlyList<string?>? Groups { get; init; }

    /// <summary>Why access is taken (A11.1); for lock.</summary>
    public string? Cause { get; init; }

    /// <summary>Who it is: for create all fields, for profile those that change.</summary>
    public NewAccountForm? Profile { get; init; }

    /// <summary>The officer's account there.</summary>
    public string? By { get; init; }

    /// <summary>Why, without personal data.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(ProposalBody);
}

/// <summary>What <c>POST /v1/account-proposals/{system}/{changeId}/decision</c> carries.</summary>
internal sealed record DecisionBody
{
    /// <summary>Whether it is accepted.</summary>
    public bool? Accepted { get; init; }

    /// <summary>The account of the administrator of the agency who decides: active, with the group QUAN_TRI there.</summary>
    public string? By { get; init; }

    /// <summary>Why; needed for a refusal.</summary>
    public string? Reason { get; init; }
}

/// <summary>A proposal as it stands.</summary>
/// <param name="System">The one-stop system.</param>
/// <param name="ChangeId">Its own id of the change.</param>
/// <param name="Kind">What is proposed.</param>
/// <param name="Account">The account; for a new one the identity that it has once it is accepted.</param>
/// <param name="Agency">The agency.</param>
/// <param name="State">open, accepted or refused.</param>
/// <param name="DecidedBy">Who, or which rule, decided.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="At">When it came.</param>
internal sealed record ProposalView(
    string System, string ChangeId, ProposalKind Kind, string Account, string Agency, ProposalState State, string? DecidedBy, string? Reason, DateTimeOffset At)
{
    public static ProposalView Of(ProposalRow row) => new(
        row.System, row.Id, row.Kind, row.Account.Value, row.Agency.Value, row.State, row.DecidedBy, row.DecisionReason, VietnamTime.Local(row.At));

    public static ProposalView Of(KeepProposal kept) => new(
        kept.System, kept.Id, kept.Kind, kept.Account.Value, kept.Agency.Value, kept.DecidedBy is null ? ProposalState.Open : ProposalState.Accepted,
        kept.DecidedBy, Reason: null, VietnamTime.Local(kept.At));
}

/// <summary>Proposals, the oldest first.</summary>
/// <param name="Proposals">The proposals.</param>
internal sealed record ProposalList(IReadOnlyList<ProposalView> Proposals);

/// <summary>How proposals are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProposalBody))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(ProposalView))]
[JsonSerializable(typeof(ProposalList))]
internal sealed partial class ProposalJson : JsonSerializerContext
{
    private static ProposalJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static ProposalJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
