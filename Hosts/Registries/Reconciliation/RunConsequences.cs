using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>A difference of a run on which an inquiry is opened.</summary>
/// <param name="Difference">Its identity.</param>
/// <param name="Class">Its class.</param>
/// <param name="Kind">What moved the money.</param>
/// <param name="LedgerAmount">What our rows add up to, in đồng.</param>
/// <param name="StatementAmount">What the bank's rows add up to, in đồng.</param>
/// <param name="Reference">The order; null when none of ours.</param>
/// <param name="Agency">The collecting agency; null when it is not known.</param>
/// <param name="TransactionNo">The partner's number; null when there is none.</param>
/// <param name="Day">The day the first row belongs to.</param>
/// <param name="WasExpected">Whether the run before expected it in this file.</param>
public sealed record OpenedFinding(
    string Difference, byte Class, byte Kind, long LedgerAmount, long StatementAmount, PaymentReference? Reference, AgencyCode? Agency,
    string? TransactionNo, DateOnly Day,
    bool WasExpected);

/// <summary>A payment that the bank has and we were waiting for.</summary>
/// <param name="Key">Where it stands among them.</param>
/// <param name="Reference">The order.</param>
/// <param name="TransactionNo">The bank's reference.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="PaidAt">The bank's time; null when its file names only days.</param>
/// <param name="BankDate">The bank's day.</param>
public sealed record ConfirmedLine(string Key, PaymentReference Reference, string TransactionNo, long Amount, DateTimeOffset? PaidAt, DateOnly BankDate);

/// <summary>Money that a line shows on a beneficiary's account.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Reference">The order.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="Account">The account as the bank writes it.</param>
/// <param name="OrderBank">The bank's code of the order's account.</param>
/// <param name="OrderAccount">The number of the order's account.</param>
/// <param name="BankDate">The bank's day.</param>
/// <param name="PartnerReference">The bank's reference of the line.</param>
/// <param name="Place">Its place among the lines of its file that say the same.</param>
public sealed record SettledLine(
    long Line, PaymentReference Reference, string TransactionNo, long Amount, string Account, string OrderBank, string OrderAccount, DateOnly BankDate,
    string PartnerReference,
    int Place);

/// <summary>What follows from a run, read page by page in the transaction that ends it.</summary>
public sealed class RunConsequences
{
    private const int LongestSeconds = 900;

    private readonly NpgsqlConnection _connection;
    private readonly RunRow _run;

    /// <summary>Reads what follows from a run.</summary>
    /// <param name="results">Its transaction.</param>
    /// <param name="run">The run.</param>
    public RunConsequences(RunResults results, RunRow run)
    {
        ArgumentNullException.ThrowIfNull(results);
        (_connection, _run) = (results.Connection, run);
    }

    /// <summary>How many messages are made at a time.</summary>
    public static int Page => 2000;

    /// <summary>
    /// Decides what is only known with the rows: a settlement of an order of ours is the order's to judge; a refund that was waited for once is
    /// inquired; and what nobody need tell of is no difference.
    /// </summary>
    public async Task DecideAsync(CancellationToken cancellationToken)
    {
        await using var batch = Batch();
        batch.Append(ConsequenceSql.Measure);
        batch.Append(ConsequenceSql.ToOrders).With(_run.Id);
        batch.Append(ConsequenceSql.AwaitedOnce).With(_run.Id).With(_run.Previous ?? 0);
        batch.Append(ConsequenceSql.PassiveAlone).With(_run.Id);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Differences that were no inquiry in the run before.</summary>
    public Task<List<OpenedFinding>> OpenedAsync(string after, CancellationToken cancellationToken) => ReadAsync(
        ConsequenceSql.Opened,
        command => command.With(_run.Id).With(_run.Previous ?? 0).With(after).With(Page),
        row => new OpenedFinding(
            row.GetString(0), (byte)row.GetInt16(1), (byte)row.GetInt16(2), row.GetInt64(3), row.GetInt64(4),
            PaymentReference.TryParse(row.TextOrNull(5), out var reference) ? reference : null,
            AgencyCode.TryParse(row.TextOrNull(6), out var agency) ? agency : null,
            row.GetString(7) is { Length: > 0 } number && number != "~" ? number : null, row.GetFieldValue<DateOnly>(8), row.GetBoolean(9)),
        cancellationToken);

    /// <summary>Inquiries of the run before whose difference is still there.</summary>
    public Task<List<string>> CarriedAsync(string after, CancellationToken cancellationToken) => NamesAsync(ConsequenceSql.Carried, after, cancellationToken);

    /// <summary>Inquiries of the run before whose difference is gone.</summary>
    public Task<List<string>> ResolvedAsync(string after, CancellationToken cancellationToken) => NamesAsync(ConsequenceSql.Resolved, after, cancellationToken);

    /// <summary>Payments to confirm.</summary>
    public Task<List<ConfirmedLine>> ConfirmedAsync(string after, CancellationToken cancellationToken) => ReadAsync(
        ConsequenceSql.Confirmed,
        command => command.With(_run.Id).With(after).With(Page),
        row => new ConfirmedLine(
            row.GetString(0), PaymentReference.Parse(row.GetString(1)), row.GetString(2), row.GetInt64(3), row.TimeOrNull(4), row.GetFieldValue<DateOnly>(5)),
        cancellationToken);

    /// <summary>Settlements to tell orders of.</summary>
    public Task<List<SettledLine>> SettledAsync(long afterLine, string afterReference, CancellationToken cancellationToken) => ReadAsync(
        ConsequenceSql.Settled,
        command => command.With(_run.Id).With(afterLine).With(afterReference).With(Page),
        row => new SettledLine(
            row.GetInt64(0), PaymentReference.Parse(row.GetString(1)), row.GetString(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetString(6),
            row.GetFieldValue<DateOnly>(7), row.GetString(8), row.GetInt32(9)),
        cancellationToken);

    /// <summary>Sends messages in the run's transaction.</summary>
    public async Task SendAsync(Func<NpgsqlBatch, Task> append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        await using var batch = Batch();
        await append(batch);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ends the run.</summary>
    /// <exception cref="InvalidOperationException">Another host ended it.</exception>
    public async Task CompleteAsync(RunRow completed, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(completed);
        await using var batch = Batch();
        batch.Append(ConsequenceSql.Complete).With(_run.Id).With(Convert.FromHexString(completed.Digest!)).With(completed.Opened).With(completed.Resolved)
            .With(completed.Carried).With(completed.Confirmed).With(completed.Settled).With(by);
        if (await batch.ExecuteNonQueryAsync(cancellationToken) != 1) throw new InvalidOperationException($"Run {_run.Name} was ended by another host.");
    }

    private Task<List<string>> NamesAsync(string sql, string after, CancellationToken cancellationToken) =>
        ReadAsync(sql, command => command.With(_run.Id).With(_run.Previous ?? 0).With(after).With(Page), row => row.GetString(0), cancellationToken);

    private async Task<List<T>> ReadAsync<T>(string sql, Action<NpgsqlBatchCommand> fill, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var batch = Batch();
        fill(batch.Append(sql));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(read, cancellationToken);
    }

    private NpgsqlBatch Batch() => new(_connection) { Timeout = LongestSeconds };
}
