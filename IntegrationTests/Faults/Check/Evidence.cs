using DichVuCong.Faults.Check.Payments;
using DichVuCong.Faults.Load;
using DichVuCong.Faults.Load.HandOvers;

namespace DichVuCong.Faults.Check;

/// <summary>What the checker goes by: the callers' records, the partners' records, and what anybody may ask. Nothing of the system's own tables.</summary>
internal sealed record Evidence
{
    /// <summary>The callers' records.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];

    /// <summary>The feed as the portal followed it through all faults.</summary>
    public IReadOnlyList<FeedEvent> Followed { get; init; } = [];

    /// <summary>The feed read once more when all was quiet.</summary>
    public IReadOnlyList<FeedEvent> Feed { get; init; } = [];

    /// <summary>The one-stop systems' records.</summary>
    public IReadOnlyList<DossierAtSystem> Systems { get; init; } = [];

    /// <summary>The SMS provider's and the mail server's records.</summary>
    public IReadOnlyList<NoticeTaken> Notices { get; init; } = [];

    /// <summary>What the Gateway shows anybody about a dossier; one that is missing is not known there.</summary>
    public IReadOnlyDictionary<string, ShownDossier> Shown { get; init; } = new Dictionary<string, ShownDossier>(StringComparer.Ordinal);

    /// <summary>Keys of parked messages: an operator sees them.</summary>
    public IReadOnlySet<string> Parked { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Calls that the system itself declares unknown: an operator sees them.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>The systems' records of tickets.</summary>
    public IReadOnlyList<HandOverStory> HandOvers { get; init; } = [];

    /// <summary>What there is about money.</summary>
    public PaymentEvidence Payments { get; init; } = new();

    /// <summary>The filings that were accepted: one for each dossier.</summary>
    public IEnumerable<CallRecord> Accepted => Calls.Where(call => call is { Purpose: CallPurpose.File, IsAccepted: true, Code: not null });
}

/// <summary>A dossier in the records of a one-stop system.</summary>
internal sealed record DossierAtSystem(
    string Code, string System, bool IsCounter, int Copies, int Updates, int UpdatesTooEarly, int Overlaps, int StepsTaken, int RowsAcknowledged, int AcknowledgedState,
    bool IsFinished, string? GivenUp);

/// <summary>A text that a provider took for a recipient, and how often.</summary>
internal sealed record NoticeTaken(string Channel, string? Dossier, string Text, int Taken);

/// <summary>What the Gateway shows.</summary>
internal sealed record ShownDossier(int State, bool IsFinal);

/// <summary>A call of which the system says that it may have happened twice, or not at all.</summary>
internal sealed record Doubt(string Key, string Partner, bool IsPossibleLoss);
