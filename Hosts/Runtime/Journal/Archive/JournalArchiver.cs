using Npgsql;

namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>What became of a month.</summary>
public enum ArchiveStep
{
    /// <summary>It was written, and its tables are gone.</summary>
    Archived,

    /// <summary>It is written; its tables are still there, because the journal could not be locked. The next run goes on.</summary>
    Written,
}

/// <summary>What one run did.</summary>
/// <param name="Busy">Whether somebody else is at it: nothing was done.</param>
/// <param name="Months">The months that were looked after, the oldest first.</param>
public sealed record ArchiveRun(bool Busy, IReadOnlyList<(ArchivedMonth Month, ArchiveStep Step)> Months);

/// <summary>
/// Brings old months of the journal into files. It may be interrupted at any instant and begun again: a file without its row is written anew, a
/// row whose tables are still there has its file checked before they go, and they go in one transaction with the note that they did.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="dedicated">Connections that are not pooled: the lock ends with its session.</param>
/// <param name="folder">The folder of the files.</param>
/// <param name="time">The clock for pauses.</param>
public sealed class JournalArchiver(NpgsqlDataSource database, NpgsqlDataSource dedicated, string folder, TimeProvider time)
{
    private const string Lock = "select pg_try_advisory_lock(x'4456434B'::int, 3)";

    private readonly ArchiveLedger _ledger = new(database);

    /// <summary>Archives the months before <paramref name="before"/> that have been over for a day.</summary>
    /// <param name="before">The first day of the first month that stays; null to go by age.</param>
    /// <param name="keepMonths">By age: how many whole months stay besides the current one.</param>
    /// <param name="cancellationToken">Cancels; the next run goes on.</param>
    public async Task<ArchiveRun> RunAsync(DateOnly? before, int keepMonths, CancellationToken cancellationToken)
    {
        await using var session = await dedicated.OpenConnectionAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(Lock, session))
        {
            if (await command.ExecuteScalarAsync(cancellationToken) is false) return new ArchiveRun(Busy: true, []);
        }

        var done = new List<(ArchivedMonth, ArchiveStep)>();
        foreach (var month in await MonthsAsync(before, keepMonths, cancellationToken)) done.Add(await ArchiveAsync(month, cancellationToken));
        return new ArchiveRun(Busy: false, done);
    }

    private async Task<(ArchivedMonth, ArchiveStep)> ArchiveAsync(JournalMonth month, CancellationToken cancellationToken)
    {
        var written = (await _ledger.ListAsync(cancellationToken)).FirstOrDefault(one => one.Month == month.First);
        if (written is null)
        {
            var (archived, lanes) = await new MonthExport(database, month, folder).WriteAsync(cancellationToken);
            await _ledger.AddAsync(archived, lanes, cancellationToken);
            written = archived;
        }
        else
        {
            await CheckAsync(written, cancellationToken);
        }

        var isGone = await new MonthRemoval(database, time).RemoveAsync(month, cancellationToken);
        return (written, isGone ? ArchiveStep.Archived : ArchiveStep.Written);
    }

    /// <summary>Time has passed since the file was written: nothing is dropped unless it is still what it was.</summary>
    private async Task CheckAsync(ArchivedMonth written, CancellationToken cancellationToken)
    {
        var path = written.PathIn(folder);
        if (!File.Exists(path)) throw new InvalidDataException($"The archive {path} is missing; the tables of its month stay.");
        var hash = await ArchiveFile.HashAsync(path, cancellationToken);
        if (!hash.AsSpan().SequenceEqual(written.Sha256)) throw new InvalidDataException($"The archive {path} has changed; the tables of its month stay.");
    }

    private async Task<List<JournalMonth>> MonthsAsync(DateOnly? before, int keepMonths, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select m.month from bus.journal_month m
            where m.month < coalesce($1, (date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh') - make_interval(months => $2))::date)
              and (m.month + interval '1 month 1 day') at time zone 'Asia/Ho_Chi_Minh' < now()
            order by m.month
            """);
        command.Parameters.Add(new() { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = keepMonths });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var months = new List<JournalMonth>();
        while (await reader.ReadAsync(cancellationToken)) months.Add(new JournalMonth(reader.GetFieldValue<DateOnly>(0)));
        return months;
    }
}
