using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Accounts;

/// <summary>The request that is open for an account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Agency">The unit.</param>
/// <param name="Groups">The rights asked for.</param>
/// <param name="UnitGroups">What may be given in the unit at most.</param>
/// <param name="CompleteAt">Since when its time runs.</param>
/// <param name="Deadline">By when it should be done.</param>
/// <param name="IsOverdue">Whether that has passed.</param>
/// <param name="CheckedBy">Who found it valid; null before that.</param>
public sealed record OpenRequest(
    string Id,
    AccountRequestKind Kind,
    AccountRequestState State,
    AgencyCode Agency,
    GroupSet Groups,
    GroupSet UnitGroups,
    DateTimeOffset CompleteAt,
    DateTimeOffset Deadline,
    bool IsOverdue,
    string? CheckedBy = null);

/// <summary>How far a one-stop system is.</summary>
/// <param name="System">The system.</param>
/// <param name="Version">The latest version it was sent.</param>
/// <param name="State">What became of that.</param>
public sealed record SystemStanding(string System, int Version, PushState State);

/// <summary>The account saga's data. No personal data: it names no person.</summary>
public sealed record AccountData
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Its kind.</summary>
    public required AccountKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required AccountState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Counts every change that a one-stop system has to know.</summary>
    public int Version { get; init; }

    /// <summary>The revision of the profile.</summary>
    public int Profile { get; init; } = 1;

    /// <summary>The posts, by agency.</summary>
    public IReadOnlyList<AccountPost> Posts { get; init; } = [];

    /// <summary>The open request; null for none.</summary>
    public OpenRequest? Request { get; init; }

    /// <summary>Whether it was handed over.</summary>
    public bool IsHandedOver { get; init; }

    /// <summary>Whether the commitment is there.</summary>
    public bool IsCommitted { get; init; }

    /// <summary>Why access was taken.</summary>
    public LockCause? Cause { get; init; }

    /// <summary>Since when no activity is counted: the last one, or when access was turned on.</summary>
    public DateTimeOffset IdleFrom { get; init; }

    /// <summary>The last activity; null for none yet.</summary>
    public DateTimeOffset? ActiveAt { get; init; }

    /// <summary>When it will be locked, once that was announced.</summary>
    public DateTimeOffset? LockAt { get; init; }

    /// <summary>Since when the report on a suspension is awaited; null when none is.</summary>
    public DateTimeOffset? ReportFrom { get; init; }

    /// <summary>Whether the report is late.</summary>
    public bool IsReportOverdue { get; init; }

    /// <summary>How far the one-stop systems are, by system.</summary>
    public IReadOnlyList<SystemStanding> Systems { get; init; } = [];

    /// <summary>The agencies concerned.</summary>
    [JsonIgnore]
    public IReadOnlyList<AgencyCode> Agencies => [.. Posts.Select(post => post.Agency)];

    /// <summary>The post in an agency; null for none.</summary>
    public AccountPost? PostIn(AgencyCode agency) => Posts.FirstOrDefault(post => post.Agency == agency);
}

/// <summary>How the account saga's data is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(WholeSeconds)])]
[JsonSerializable(typeof(AccountData))]
public sealed partial class AccountDataJson : JsonSerializerContext;
