using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Journal;

namespace DichVuCong.Cli.Load.Seeding;

/// <summary>All that a dossier's life leaves in the database.</summary>
internal sealed class SeededLife
{
    public required RegisterDossier Birth { get; init; }

    public required DossierContent Content { get; init; }

    /// <summary>The registry's row as the last decision left it; null when none changed it.</summary>
    public UpdateDossierRow? Row { get; set; }

    public List<KeepHistoryRow> History { get; } = [];

    public List<(Guid Id, KeepFlag Flag)> Flags { get; } = [];

    public Dictionary<(string Occasion, NoticeChannels Channel), (KeepNotice Notice, DateTimeOffset At)> Notices { get; } = [];

    public List<CountFigure> Figures { get; } = [];

    /// <summary>The sagas: the dossier's own, and that of its notices if there are any.</summary>
    public List<SeededSaga> Sagas { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    /// <summary>A delivery that was given up by the partner's line and waits for an operator.</summary>
    public (DeliverDossier Call, DateTimeOffset At, Guid Id, short Line)? Parked { get; set; }
}

/// <summary>A saga as its last decision left it.</summary>
internal sealed class SeededSaga(long id, SagaDefinition definition)
{
    public long Id => id;

    public SagaDefinition Definition => definition;

    public object? State { get; set; }

    public int Version { get; set; }

    public DateTimeOffset LastNow { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Its clocks: as they were set last, what they had used when they were stopped, and at which decision.</summary>
    public Dictionary<string, (SetClockEffect Set, long? SuspendedWith, long Serial)> Clocks { get; } = new(StringComparer.Ordinal);
}
