using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>
/// Lets go of the bytes and the movements of partners' files once they are past their keeping. The file's row stays, with its name, its day and
/// its hash. A file that was not matched yet, whose run still has its inputs, or of which the latest run holds a line open, stays whole.
/// </summary>
public sealed class StatementKeeping(NpgsqlDataSource database)
{
    private const string Mark =
        """
        update payment.statement_file f set content = 2
        where f.content = 1 and f.day < (now() at time zone 'Asia/Ho_Chi_Minh')::date - $1 and f.taken_at < now() - make_interval(days => $1)
          and (exists (select 1 from payment.reconciliation_run r where r.file = f.id and r.state = 2)
            or exists (select 1 from payment.statement_file n where n.partner = f.partner and n.day = f.day and n.number > f.number))
          and not exists (select 1 from payment.reconciliation_run r where r.file = f.id and (r.state = 1 or r.inputs <> 3))
          and not exists (
            select 1 from payment.reconciliation_finding_row x
            where x.run = (select max(l.id) from payment.reconciliation_run l where l.partner = f.partner and l.state = 2)
              and x.side = 1 and x.id between f.id << 32 and (f.id << 32) | 4294967295)
        """;

    private const string Going = "select f.id from payment.statement_file f where f.content = 2 order by f.id";

    private const string Gone = "update payment.statement_file set content = 3 where id = $1 and content = 2";

    private const string Parts =
        """
        delete from payment.statement_part p where p.file = $1
          and p.part in (select x.part from payment.statement_part x where x.file = $1 order by x.part limit 50)
        """;

    /// <summary>$1 the file, $2 the last line that was looked at.</summary>
    private const string Lines =
        """
        with slice as (
          select l.id from payment.statement_line l where l.id > $2 and l.id between $1 << 32 and ($1 << 32) | 4294967295 order by l.id limit 5000),
        gone as (delete from payment.statement_line l using slice s where l.id = s.id)
        select max(s.id) from slice s
        """;

    /// <summary>Lets go of the content of files that were taken so many days ago and are of days before that.</summary>
    /// <returns>How many files have let go of it now.</returns>
    public async Task<int> TrimAsync(int days, CancellationToken cancellationToken)
    {
        await ExecuteAsync(batch => batch.Append(Mark).With(days), cancellationToken);
        // Those too that a host began and did not end.
        var going = await GoingAsync(cancellationToken);
        foreach (var file in going)
        {
            while (await ExecuteAsync(batch => batch.Append(Parts).With(file), cancellationToken) > 0)
            {
                // The next parts.
            }

            await EmptyAsync(file, cancellationToken);
            await ExecuteAsync(batch => batch.Append(Gone).With(file), cancellationToken);
        }

        return going.Count;
    }

    private async Task<List<long>> GoingAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Going);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var files = new List<long>();
        while (await reader.ReadAsync(cancellationToken)) files.Add(reader.GetInt64(0));
        return files;
    }

    private async Task EmptyAsync(long file, CancellationToken cancellationToken)
    {
        var last = 0L;
        while (true)
        {
            await using var batch = database.CreateBatch();
            batch.Append(Lines).With(file).With(last);
            if (await batch.ExecuteScalarAsync(cancellationToken) is not long next) return;
            last = next;
        }
    }

    private async Task<int> ExecuteAsync(Action<NpgsqlBatch> fill, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        fill(batch);
        return await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
