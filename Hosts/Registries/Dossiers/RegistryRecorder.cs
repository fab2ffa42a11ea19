using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Registries.Restoring;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Recording;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>
/// Writes the registry of dossiers: births and bodies at the door, and what the sagas decide, each in the transaction of its cause.
/// </summary>
public sealed class RegistryRecorder(Sealer sealer) : IRecorder
{
    /// <summary>The endpoint's name; the topology's sagas send to it.</summary>
    public const string EndpointName = "dossier-registry";

    private readonly BirthWrites _births = new(sealer);
    private readonly AgencyWrites _agency = new(sealer);
    private readonly HistoryWrites _history = new(sealer);
    private readonly SearchWrites _search = new(sealer);

    /// <inheritdoc/>
    public string Endpoint => EndpointName;

    /// <inheritdoc/>
    public void Record(IReadOnlyList<RecordedMessage> messages, NpgsqlBatch batch)
    {
        BirthWrites.Dossiers(batch, Of<RegisterDossier>(messages));
        var contents = Of<StoreContent>(messages);
        _births.Contents(batch, contents);
        _search.Phones(batch, [.. contents.Select(row => row.Body.Content)]);
        BirthWrites.Tasks(batch, Of<OpenCoordinationTask>(messages), Of<CloseCoordinationTask>(messages));
        BirthWrites.Aliases(batch, Of<NoteAlias>(messages));
        BirthWrites.PortalAccounts(batch, Of<NotePortalAccount>(messages));
        _births.RawBodies(batch, Of<KeepRawBody>(messages));
        _agency.Records(batch, Of<KeepAgencyRecord>(messages));
        AgencyWrites.Conflicts(batch, Of<NoteConflict>(messages));
        AgencyWrites.Strays(batch, Of<NoteStray>(messages));
        BirthWrites.Views(batch, Of<NoteView>(messages));
        RowWrites.Update(batch, Of<UpdateDossierRow>(messages));
        _history.Rows(batch, Of<KeepHistoryRow>(messages));
        HistoryWrites.Flags(batch, Of<KeepFlag>(messages));
        RestoreFindings.Close(batch, Of<KeepRestoreFinding>(messages));
        FigureWrites.Count(batch, Of<CountFigure>(messages));
        FigureWrites.Notices(batch, Of<KeepNotice>(messages));
    }

    private static List<Recorded<T>> Of<T>(IReadOnlyList<RecordedMessage> messages)
    {
        var rows = new List<Recorded<T>>();
        foreach (var message in messages)
        {
            if (message.Message is T body) rows.Add(new Recorded<T>(body, message));
        }

        return rows;
    }
}

/// <summary>A message of one kind for the recorder.</summary>
/// <param name="Body">The message.</param>
/// <param name="Envelope">What surrounds it.</param>
internal readonly record struct Recorded<T>(T Body, RecordedMessage Envelope);
