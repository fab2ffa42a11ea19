using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>
/// Lets go of what runs matched once it is past its keeping: the pairs, and the copies of the rows in them. What a run found to differ stays
/// for ever, with its rows, its totals, its digest and who signed; so do the payments and the ledger themselves. Such a run can be shown, and no
/// more be repeated. A partner's latest run stays whole: the next one builds on it.
/// </summary>
public sealed class RunKeeping(RuntimeDatabase database)
{
    /// <summary>How many rows are looked at in one transaction: none is long enough to hold back the vacuum of the queues.</summary>
    public const int Slice = 5000;

    private const string Partners =
        """
        select distinct r.partner from payment.reconciliation_run r
        where r.state = 2 and r.inputs = 1 and r.completed_at < now() - make_interval(days => $1)
          and r.id < (select max(l.id) from payment.reconciliation_run l where l.partner = r.partner and l.state = 2)
        order by r.partner
        """;

    private const string Mark =
        """
        update payment.reconciliation_run r set inputs = 2
        where r.partner = $1 and r.state = 2 and r.inputs = 1 and r.completed_at < now() - make_interval(days => $2)
          and r.id < (select max(l.id) from payment.reconciliation_run l where l.partner = r.partner and l.state = 2)
        """;

    private const string Going = "select r.id from payment.reconciliation_run r where r.inputs = 2 order by r.id";

    private const string Gone = "update payment.reconciliation_run set inputs = 3 where id = $1 and inputs = 2";

    /// <summary>$1 run, $2 and $3 the last pair that was looked at.</summary>
    private const string Matches =
        """
        with slice as (
          select m.ledger, m.statement from payment.reconciliation_match m
          where m.run = $1 and (m.ledger, m.statement) > ($2, $3) order by m.ledger, m.statement limit 5000),
        gone as (
          delete from payment.reconciliation_match m using slice s where m.run = $1 and m.ledger = s.ledger and m.statement = s.statement)
        select s.ledger, s.statement from slice s order by s.ledger desc, s.statement desc limit 1
        """;

    /// <summary>The same of the inputs: those that belong to a finding stay.</summary>
    private const string Entries =
        """
        with slice as (
          select e.side, e.id from payment.reconciliation_entry e
          where e.run = $1 and (e.side, e.id) > ($2, $3) order by e.side, e.id limit 5000),
        gone as (
          delete from payment.reconciliation_entry e using slice s
          where e.run = $1 and e.side = s.side and e.id = s.id
            and not exists (select 1 from payment.reconciliation_finding_row f where f.run = $1 and f.side = s.side and f.id = s.id))
        select s.side::bigint, s.id from slice s order by s.side desc, s.id desc limit 1
        """;

    /// <summary>Lets go of what runs matched that were completed so many days ago.</summary>
    /// <returns>How many runs have let go of it now.</returns>
    public async Task<int> TrimAsync(int days, CancellationToken cancellationToken)
    {
        foreach (var partner in await ReadAsync(batch => batch.Append(Partners).With(days), row => row.GetString(0), cancellationToken))
        {
            await MarkAsync(partner, days, cancellationToken);
        }

        // Those too that a host began and did not end.
        var going = await ReadAsync(batch => batch.Append(Going), row => row.GetInt64(0), cancellationToken);
        foreach (var run in going)
        {
            await EmptyAsync(Matches, run, cancellationToken);
            await EmptyAsync(Entries, run, cancellationToken);
            await ExecuteAsync(database.Pooled, batch => batch.Append(Gone).With(run), cancellationToken);
        }

        return going.Count;
    }

    /// <summary>Nobody repeats, or begins, a run of this partner at that moment; when somebody does, the next hour will do.</summary>
    private async Task MarkAsync(string partner, int days, CancellationToken cancellationToken)
    {
        await using var claim = await RunClaim.TryTakeAsync(database.Dedicated, partner, cancellationToken);
        if (claim is null) return;
        await using var batch = new NpgsqlBatch(claim.Connection);
        batch.Append(Mark).With(partner).With(days);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task EmptyAsync(string sql, long run, CancellationToken cancellationToken)
    {
        var (first, second) = (-1L, -1L);
        while (true)
        {
            var last = await ReadAsync(
                batch => batch.Append(sql).With(run).With(first).With(second),
                row => (First: row.GetInt64(0), Second: row.GetInt64(1)),
                cancellationToken);
            if (last.Count == 0) return;
            (first, second) = last[0];
        }
    }

    private async Task<List<T>> ReadAsync<T>(Action<NpgsqlBatch> fill, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var batch = database.Pooled.CreateBatch();
        fill(batch);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, Action<NpgsqlBatch> fill, CancellationToken cancellationToken)
    {
        await using var batch = source.CreateBatch();
        fill(batch);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
