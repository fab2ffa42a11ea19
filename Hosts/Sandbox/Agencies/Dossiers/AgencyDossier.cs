using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Sandbox.Agencies.Journeys;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.State;

namespace DichVuCong.Sandbox.Agencies.Dossiers;

/// <summary>
/// A dossier at a system: what was pushed, how often it is stored, and how far the work on it is. Changed under its own lock; it holds
/// nothing personal but <see cref="Content"/>, which is dropped once it went back to the portal.
/// </summary>
internal sealed class AgencyDossier(string code, AgencySystem system, long sequence, bool isCounter)
{
    private int _calls;
    private byte[]? _pushed;

    /// <summary>MaHoSo.</summary>
    public string Code { get; } = code;

    /// <summary>The system.</summary>
    public AgencySystem System { get; } = system;

    /// <summary>Its place in the ledger: the order of first sight.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>Whether the system took it in at a counter, rather than the portal pushing it.</summary>
    public bool IsCounter { get; } = isCounter;

    /// <summary>Pushes of the portal that said what it is, whatever became of them.</summary>
    public int Pushes { get; set; }

    /// <summary>Stored copies: 1 unless something is wrong.</summary>
    public int Copies { get; set; }

    /// <summary>Updates that replaced it.</summary>
    public int Updates { get; set; }

    /// <summary>Updates that came before the dossier itself.</summary>
    public int UpdatesTooEarly { get; set; }

    /// <summary>Times it was asked for.</summary>
    public int Questions { get; set; }

    /// <summary>Pushes that came while another of the same dossier was under way.</summary>
    public int Overlaps { get; private set; }

    /// <summary>What can be answered about it; null while it is not stored.</summary>
    public DossierFacts? Facts { get; set; }

    /// <summary>The whole dossier, for clients that send it back; null when it is no longer needed.</summary>
    public IDossier? Content { get; private set; }

    /// <summary>Its journey; null while it is not stored.</summary>
    public Journey? Journey { get; set; }

    /// <summary>Steps that were taken.</summary>
    public int StepsTaken { get; set; }

    /// <summary>Rows that the portal acknowledged.</summary>
    public int RowsAcknowledged { get; set; }

    /// <summary>Whether the portal acknowledged the whole dossier, where the client sends it.</summary>
    public bool IsSynced { get; set; }

    /// <summary>The last state that the portal acknowledged; 0 for none.</summary>
    public int AcknowledgedState { get; set; }

    /// <summary>When the last step was taken.</summary>
    public DateTimeOffset LastStepAt { get; set; }

    /// <summary>Whether its steps were taken a day after one another long ago, rather than now.</summary>
    public bool IsOld { get; set; }

    /// <summary>Why the portal would not take something of it, by its stable code; null when it took all.</summary>
    public string? GivenUp { get; set; }

    /// <summary>Whether the journey is over and the portal acknowledged every row of it.</summary>
    public bool IsFinished => Journey is { } journey && RowsAcknowledged >= journey.Steps.Count;

    /// <summary>Whether a step that asks for money is still to be acknowledged.</summary>
    public bool WillAskForFee => Journey is { } journey && journey.Steps.Skip(RowsAcknowledged).Any(step => step.AsksForFee);

    /// <summary>Keeps the whole dossier to send it back.</summary>
    /// <param name="content">The dossier.</param>
    /// <param name="pushed">The push that it came in; null for one that can be made again.</param>
    public void Keep(IDossier content, byte[]? pushed) => (Content, _pushed) = (content, pushed);

    /// <summary>The whole dossier is no longer needed.</summary>
    public void DropContent() => (Content, _pushed) = (null, null);

    /// <summary>What it has come to.</summary>
    public DossierState State => new(System.Code, Code, IsCounter)
    {
        Pushes = Pushes,
        Copies = Copies,
        Updates = Updates,
        UpdatesTooEarly = UpdatesTooEarly,
        Questions = Questions,
        Overlaps = Overlaps,
        Journey = Journey?.Name,
        StepsTaken = StepsTaken,
        RowsAcknowledged = RowsAcknowledged,
        IsSynced = IsSynced,
        AcknowledgedState = AcknowledgedState,
        LastStepAt = LastStepAt,
        IsOld = IsOld,
        GivenUp = GivenUp,
        Facts = Facts is { } facts ? [facts.MaTTHC, facts.TenTTHC, facts.MaLinhVuc, facts.TenLinhVuc, facts.DonViXuLy] : null,
        Pushed = _pushed,
    };

    /// <summary>Brings it to what it had come to.</summary>
    public void Bring(DossierState kept, Journey? journey)
    {
        (Pushes, Copies, Updates, UpdatesTooEarly, Questions, Overlaps) = (kept.Pushes, kept.Copies, kept.Updates, kept.UpdatesTooEarly, kept.Questions, kept.Overlaps);
        (Journey, StepsTaken, RowsAcknowledged, IsSynced) = (journey, kept.StepsTaken, kept.RowsAcknowledged, kept.IsSynced);
        (AcknowledgedState, LastStepAt, IsOld, GivenUp) = (kept.AcknowledgedState, kept.LastStepAt, kept.IsOld, kept.GivenUp);
        Facts = kept.Facts is { Count: 5 } facts ? new DossierFacts(facts[0], facts[1], facts[2], facts[3], facts[4]) : null;
    }

    /// <summary>A push of it begins.</summary>
    public void Enter()
    {
        if (Interlocked.Increment(ref _calls) <= 1) return;
        lock (this) Overlaps++;
    }

    /// <summary>A push of it is over.</summary>
    public void Leave() => Interlocked.Decrement(ref _calls);
}
