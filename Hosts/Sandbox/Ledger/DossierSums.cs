using System.Globalization;
using DichVuCong.Sandbox.Agencies.Dossiers;

namespace DichVuCong.Sandbox.Ledger;

/// <summary>Sums over dossiers.</summary>
internal sealed class DossierSums
{
    /// <summary>Dossiers that the systems heard of.</summary>
    public long Seen { get; private set; }

    /// <summary>Dossiers that are stored.</summary>
    public long Stored { get; private set; }

    /// <summary>Pushes of all of them.</summary>
    public long Pushes { get; private set; }

    /// <summary>Updates of all of them.</summary>
    public long Updates { get; private set; }

    /// <summary>Dossiers of which there are two copies or more.</summary>
    public long Doubled { get; private set; }

    /// <summary>Dossiers whose update came before they did.</summary>
    public long UpdatedTooEarly { get; private set; }

    /// <summary>Pushes that overlapped with another of the same dossier.</summary>
    public long Overlaps { get; private set; }

    /// <summary>Look-ups of all of them.</summary>
    public long Questions { get; private set; }

    /// <summary>Dossiers whose journey is over and of which the portal acknowledged every row.</summary>
    public long Finished { get; private set; }

    /// <summary>Dossiers of which the portal refused something for good.</summary>
    public long GivenUp { get; private set; }

    /// <summary>Rows that the portal acknowledged.</summary>
    public long RowsAcknowledged { get; private set; }

    /// <summary>Stored dossiers by the last state that the portal acknowledged; 0 for none.</summary>
    public SortedDictionary<string, long> ByAcknowledgedState { get; } = new(StringComparer.Ordinal);

    /// <summary>Stored dossiers by journey.</summary>
    public SortedDictionary<string, long> ByJourney { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a dossier.</summary>
    public void Add(AgencyDossier dossier)
    {
        Seen++;
        Pushes += dossier.Pushes;
        Updates += dossier.Updates;
        Overlaps += dossier.Overlaps;
        Questions += dossier.Questions;
        RowsAcknowledged += dossier.RowsAcknowledged;
        if (dossier.Copies > 1) Doubled++;
        if (dossier.UpdatesTooEarly > 0) UpdatedTooEarly++;
        if (dossier.IsFinished) Finished++;
        if (dossier.GivenUp is not null) GivenUp++;
        if (dossier.Journey is not { } journey) return;
        Stored++;
        var state = dossier.AcknowledgedState.ToString("D2", CultureInfo.InvariantCulture);
        ByAcknowledgedState[state] = ByAcknowledgedState.GetValueOrDefault(state) + 1;
        ByJourney[journey.Name] = ByJourney.GetValueOrDefault(journey.Name) + 1;
    }
}
