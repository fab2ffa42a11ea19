using System.Runtime.CompilerServices;
using DichVuCong.Registries.Payments;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>A row of a report: one of ours with what it matched, or one of the bank's that matched nothing.</summary>
/// <param name="Agency">The collecting agency; null when it is not known.</param>
/// <param name="Side">0 ours, 1 the bank's.</param>
/// <param name="Kind">What moved the money.</param>
/// <param name="Reference">The order; null when there is none.</param>
/// <param name="TransactionNo">The partner's number.</param>
/// <param name="Amount">Đồng; negative when money left.</param>
/// <param name="At">When.</param>
/// <param name="Day">The day it belongs to.</param>
/// <param name="IsCarried">Whether it was carried over from an earlier day.</param>
/// <param name="Class">The class.</param>
/// <param name="Difference">The difference's identity; null when it matched.</param>
/// <param name="Action">What was done about it; null when it matched.</param>
/// <param name="Inquiry">Where its inquiry stands now, as in <c>InquiryState</c>; null when there is none.</param>
public sealed record ReportRow(
    string? Agency, short Side, short Kind, string? Reference, string TransactionNo, long Amount, DateTimeOffset At, DateOnly Day, bool IsCarried,
    short Class, string? Difference,
    short? Action, short? Inquiry);

/// <summary>What one agency has in one class.</summary>
/// <param name="Agency">The agency; null when it is not known.</param>
/// <param name="Class">The class.</param>
/// <param name="LedgerCount">Our rows.</param>
/// <param name="LedgerAmount">What they add up to.</param>
/// <param name="StatementCount">The bank's rows.</param>
/// <param name="StatementAmount">What they add up to.</param>
public sealed record AgencyTotal(string? Agency, short Class, long LedgerCount, long LedgerAmount, long StatementCount, long StatementAmount);

/// <summary>Who closed a difference of a run, and with whose second signature.</summary>
/// <param name="Difference">Its identity.</param>
/// <param name="Class">Its class in the run.</param>
/// <param name="Reference">The order; null when there is none.</param>
/// <param name="Agency">The agency; null when it is not known.</param>
/// <param name="LedgerAmount">What our rows add up to.</param>
/// <param name="StatementAmount">What the bank's rows add up to.</param>
/// <param name="State">Where its inquiry stands; null while it is only on its way.</param>
/// <param name="ProposedBy">Who proposed to close it last; null when nobody has.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="AgreedBy">Who agreed; null when nobody has.</param>
/// <param name="AgreedAt">When.</param>
/// <param name="ResolvedBy">The run that matched it later; null when none has.</param>
public sealed record SignedOff(
    string Difference, short Class, string? Reference, string? Agency, long LedgerAmount, long StatementAmount, short? State, string? ProposedBy,
    DateTimeOffset? ProposedAt,
    string? Reason, string? AgreedBy, DateTimeOffset? AgreedAt, string? ResolvedBy);

/// <summary>Reads what a run's reports are made of. Rows are read as they are written, never all at once.</summary>
public sealed class RunReport(NpgsqlDataSource database)
{
    private const int LongestSeconds = 900;

    private const string Rows =
        """
        select e.agency, e.side, e.kind, e.reference, e.transaction_no, e.amount, e.at, e.day, e.carried, coalesce(f.class, 1::smallint), f.difference,
          f.action, q.state
        from payment.reconciliation_entry e
        left join payment.reconciliation_finding_row r on r.run = e.run and r.side = e.side and r.id = e.id
        left join payment.reconciliation_finding f on f.run = r.run and f.difference = r.difference
        left join payment.inquiry q on q.difference = f.difference
        where e.run = $1 and (e.side = 0 or f.class is not null)
        order by e.agency nulls last, e.reference nulls last, e.side, e.id
        """;

    private const string Totals =
        """
        select e.agency, coalesce(f.class, 1::smallint),
          count(*) filter (where e.side = 0), coalesce(sum(e.amount) filter (where e.side = 0), 0)::bigint,
          count(*) filter (where e.side = 1), coalesce(sum(e.amount) filter (where e.side = 1), 0)::bigint
        from payment.reconciliation_entry e
        left join payment.reconciliation_finding_row r on r.run = e.run and r.side = e.side and r.id = e.id
        left join payment.reconciliation_finding f on f.run = r.run and f.difference = r.difference
        where e.run = $1 group by 1, 2 order by 1 nulls last, 2
        """;

    private const string SignOffs =
        """
        select f.difference, f.class, e.reference, e.agency, f.ledger_amount, f.statement_amount, q.state, p.by_account, p.at, p.said, a.by_account, a.at,
          s.by_account
        from payment.reconciliation_finding f
        cross join lateral (
          select e.reference, e.agency from payment.reconciliation_finding_row r
          join payment.reconciliation_entry e on e.run = r.run and e.side = r.side and e.id = r.id
          where r.run = f.run and r.difference = f.difference order by r.side, r.id limit 1) e
        left join payment.inquiry q on q.difference = f.difference
        left join lateral (
          select x.by_account, x.at, x.said from payment.inquiry_step x where x.difference = f.difference and x.step = 3 order by x.at desc limit 1) p on true
        left join lateral (select x.by_account, x.at from payment.inquiry_step x where x.difference = f.difference
          and x.step = 4 order by x.at desc limit 1) a on true
        left join lateral (select x.by_account from payment.inquiry_step x where x.difference = f.difference
          and x.step = 6 order by x.at desc limit 1) s on true
        where f.run = $1 and f.action = 1 and ($3::text[] is null or e.agency = any($3)) order by e.agency nulls last, f.difference limit $2
        """;

    /// <summary>A row of a file that is told to the bank as something else than matched.</summary>
    private const string Outcomes =
        """
        select l.line_number, f.class, f.action from payment.reconciliation_finding_row r
        join payment.reconciliation_finding f on f.run = r.run and f.difference = r.difference
        join payment.statement_line l on l.id = r.id
        where r.run = $1 and r.side = 1 and (r.id >> 32) = $2
        """;

    /// <summary>The rows, by agency.</summary>
    public async IAsyncEnumerable<ReportRow> RowsAsync(long run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = CommandOf(Rows, run);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new ReportRow(
                reader.TextOrNull(0), reader.GetInt16(1), reader.GetInt16(2), reader.TextOrNull(3), reader.GetString(4), reader.GetInt64(5),
                reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateOnly>(7), reader.GetBoolean(8), reader.GetInt16(9), reader.TextOrNull(10),
                NumberOrNull(reader, 11), NumberOrNull(reader, 12));
        }
    }

    /// <summary>The totals of each agency, by class.</summary>
    public async Task<IReadOnlyList<AgencyTotal>> TotalsAsync(long run, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(Totals, run);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(
            row => new AgencyTotal(row.TextOrNull(0), row.GetInt16(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)), cancellationToken);
    }

    /// <summary>Who closed what; of these agencies, or of all.</summary>
    public async Task<IReadOnlyList<SignedOff>> SignedOffAsync(long run, int limit, IReadOnlyList<string>? agencies, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(SignOffs, run);
        command.Parameters.Add(new() { Value = limit });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = agencies?.ToArray() ?? (object)DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(
            row => new SignedOff(
                row.GetString(0), row.GetInt16(1), row.TextOrNull(2), row.TextOrNull(3), row.GetInt64(4), row.GetInt64(5), NumberOrNull(row, 6),
                row.TextOrNull(7),
                row.TimeOrNull(8), row.TextOrNull(9), row.TextOrNull(10), row.TimeOrNull(11), row.TextOrNull(12)),
            cancellationToken);
    }

    /// <summary>The lines of a file that did not match, with their class and what was done.</summary>
    public async Task<IReadOnlyDictionary<long, (short Class, short Action)>> OutcomesAsync(long run, long file, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(Outcomes, run);
        command.Parameters.Add(new() { Value = file });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return (await reader.AllAsync(row => (Line: row.GetInt64(0), Class: row.GetInt16(1), Action: row.GetInt16(2)), cancellationToken))
            .GroupBy(row => row.Line).ToDictionary(group => group.Key, group => (group.First().Class, group.First().Action));
    }

    private NpgsqlCommand CommandOf(string sql, long run)
    {
        var command = database.CreateCommand(sql);
        command.CommandTimeout = LongestSeconds;
        command.Parameters.Add(new() { Value = run });
        return command;
    }

    private static short? NumberOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt16(column);
}
