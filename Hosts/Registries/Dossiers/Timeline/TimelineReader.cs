using DichVuCong.Contracts;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Journal.Archive;
using Npgsql;

namespace DichVuCong.Registries.Dossiers.Timeline;

/// <summary>
/// Reads the timeline of a dossier: what came, what was decided, what was sent, in one snapshot. What rows say of persons is opened only when
/// it is asked for, and that is recorded.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="archiveFolder">Where archived months of the journal are now; null for where they were written.</param>
public sealed class TimelineReader(NpgsqlDataSource database, string? archiveFolder = null)
{
    /// <summary>The timeline of a dossier; null when the registry has none of this code.</summary>
    /// <param name="code">The dossier.</param>
    /// <param name="sealer">Opens what rows say of persons; null to leave it sealed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DossierTimeline?> ReadAsync(DossierCode code, Sealer? sealer, CancellationToken cancellationToken) =>
        ReadAsync(code, sealer, withArchive: true, cancellationToken);

    /// <summary>The timeline of a dossier; null when the registry has none of this code.</summary>
    /// <param name="code">The dossier.</param>
    /// <param name="sealer">Opens what rows say of persons; null to leave it sealed.</param>
    /// <param name="withArchive">Whether archived months are read too: each costs tens to hundreds of milliseconds. Otherwise they are named.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<DossierTimeline?> ReadAsync(DossierCode code, Sealer? sealer, bool withArchive, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var session = new TimelineSession(connection, code);
        await session.HoldJournalAsync(cancellationToken);
        if (await session.RowAsync(cancellationToken) is not { } row) return null;

        var entries = new List<TimelineEntry>();
        entries.AddRange(await session.ListAsync(RegistryEntries.Contents, RegistryEntries.Content, cancellationToken));
        entries.AddRange(await session.ListAsync(RegistryEntries.History, reader => RegistryEntries.Row(reader, code, sealer), cancellationToken));
        entries.AddRange(await session.ListAsync(RegistryEntries.Flags, RegistryEntries.Flag, cancellationToken));
        entries.AddRange(await session.ListAsync(RegistryEntries.Notices, RegistryEntries.Notice, cancellationToken));
        entries.AddRange((await session.ListAsync(RegistryEntries.Tasks, RegistryEntries.Task, cancellationToken)).SelectMany(pair => pair));
        entries.AddRange(await session.ListAsync(PaymentEntries.Moments, PaymentEntries.Moment, cancellationToken));
        entries.AddRange(await session.ListAsync(ParcelEntries.Moments, ParcelEntries.Moment, cancellationToken));
        var orders = await session.ListAsync(PaymentEntries.Orders, OrderRow.Read, cancellationToken);
        var sagas = await session.ListAsync(JournalSpan.Sagas, JournalledSaga.Read, cancellationToken);
        IReadOnlyList<ArchivedMonth> archived = [];
        if (JournalSpan.Of(sagas) is { } span)
        {
            archived = [.. (await session.ArchivedAsync(cancellationToken)).Where(span.Holds)];
            entries.AddRange(await session.JournalAsync(span, archived, cancellationToken));
        }

        var clocks = await session.ListAsync(BusEntries.Clocks, BusEntries.Clock, cancellationToken);
        var pending = await session.ListAsync(BusEntries.Pending, BusEntries.PendingMessage, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var (old, unread) = await new ArchivedEntries(database, archiveFolder).ReadAsync(code, sagas, withArchive ? archived : [], cancellationToken);
        entries.AddRange(old);
        // Of one instant: first what came, then what was decided about it, then what was sent.
        // Rows that came together stand in the agency's own order.
        var ordered = entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Kind).ThenBy(entry => entry.HappenedAt).ThenBy(entry => entry.State);
        return new DossierTimeline(row, [.. ordered], clocks, pending) { UnreadMonths = unread, LeftOut = withArchive ? [] : [.. archived.Select(month => month.Month)], Orders = orders };
    }

    /// <summary>Records that somebody looked at what a dossier says of persons.</summary>
    /// <param name="code">The dossier.</param>
    /// <param name="account">Who.</param>
    /// <param name="action">What was looked at, and why.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RecordViewAsync(DossierCode code, string account, string action, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("insert into dossier.viewed (account, action, code) values ($1, $2, $3)");
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = action });
        command.Parameters.Add(new() { Value = code.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
