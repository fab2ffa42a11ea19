using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Simulation.Bus.Registries;

/// <summary>A dossier in the registry: what the door wrote at its birth, and what the saga showed of it last.</summary>
internal sealed class DossierEntry
{
    public required DossierCode Code { get; init; }

    /// <summary>Its number in the plan.</summary>
    public required int Number { get; init; }

    public required ProcedureCode Procedure { get; init; }

    public required int Flow { get; init; }

    public required DateTimeOffset BornAt { get; init; }

    public AgencyCode? Agency { get; set; }

    public string? System { get; set; }

    /// <summary>The revisions of its content that are stored.</summary>
    public int Revision { get; set; } = 1;

    public UpdateDossierRow? Shown { get; set; }

    public Dictionary<string, KeepHistoryRow> History { get; } = new(StringComparer.Ordinal);

    public List<KeepFlag> Flags { get; } = [];

    public Dictionary<(DateOnly Day, DailyFigure Figure), int> Figures { get; } = [];

    public Dictionary<(string Occasion, NoticeChannels Channel), NoticeState> Notices { get; } = [];
}
