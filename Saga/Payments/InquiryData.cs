using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Payments;

/// <summary>The inquiry saga's data. No personal data.</summary>
public sealed record InquiryData
{
    /// <summary>The difference's identity.</summary>
    public required string Difference { get; init; }

    /// <summary>What does not agree.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>The collecting agency; null when it is not known.</summary>
    public AgencyCode? Agency { get; init; }

    /// <summary>The partner's number of the transaction; null when there is none.</summary>
    public string? TransactionNo { get; init; }

    /// <summary>The day the transaction belongs to.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Who has to answer.</summary>
    public required InquiryParty Parties { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>By when it should be closed.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Since when the payer's time to claim runs.</summary>
    public required DateTimeOffset ClaimFrom { get; init; }

    /// <summary>Until when the payer may claim.</summary>
    public required DateTimeOffset ClaimUntil { get; init; }

    /// <summary>Where it stands.</summary>
    public InquiryState State { get; init; } = InquiryState.Open;

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Whether it was closed since a later file matched, and not by two persons.</summary>
    public bool IsResolved { get; init; }

    /// <summary>Who has answered.</summary>
    public InquiryParty Answers { get; init; }

    /// <summary>How often was reminded.</summary>
    public int Reminders { get; init; }

    /// <summary>Since when the next reminder is counted.</summary>
    public DateTimeOffset RemindFrom { get; init; }

    /// <summary>Whether the deadline has passed.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Whether the time to claim has passed.</summary>
    public bool IsClaimOver { get; init; }

    /// <summary>The account that proposed to close it; null while nobody has.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>The day it was carried over to last.</summary>
    public DateOnly? CarriedTo { get; init; }

    /// <summary>Whose answer is missing.</summary>
    [JsonIgnore]
    public InquiryParty Missing => Parties & ~Answers;
}

/// <summary>How the inquiry saga's data is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(WholeSeconds)])]
[JsonSerializable(typeof(InquiryData))]
public sealed partial class InquiryDataJson : JsonSerializerContext;
