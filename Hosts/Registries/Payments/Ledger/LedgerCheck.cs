using System.Data;
using DichVuCong.Contracts.Payments;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Payments.Ledger;

/// <summary>
/// Money is conserved: collected = settled + refunded + open differences + what is in clearing, per partner and day. The two sides are counted
/// for themselves, each from its own accounts; what was collected also from what partners told; and each order's row, transactions and refunds
/// against its entries. So an entry that was altered, left out or put in by hand stands out. One snapshot: a decision is in it whole or not.
/// </summary>
public sealed class LedgerCheck(NpgsqlDataSource database)
{
    /// <summary>How many breaches of one kind are named.</summary>
    public const int MostBreaches = 200;

    /// <summary>Seconds that one question may take: all days of ten million orders are minutes of reading.</summary>
    private const int Patience = 1800;

    private static readonly (LedgerBreachKind Kind, string Sql, bool IsScoped)[] Questions =
    [
        (LedgerBreachKind.WrongEntry, LedgerSql.WrongEntries, true),
        (LedgerBreachKind.MissingEntry, LedgerSql.MissingEntries, false),
        (LedgerBreachKind.Overdrawn, LedgerSql.Overdrawn, false),
        (LedgerBreachKind.OrderDiffers, LedgerSql.OrdersDiffering, false),
        (LedgerBreachKind.CollectedDiffers, LedgerSql.CollectedDiffering, false),
        (LedgerBreachKind.RefundedDiffers, LedgerSql.RefundedDiffering, false),
        (LedgerBreachKind.Contradiction, LedgerSql.Contradictions, true),
        (LedgerBreachKind.DoubleClaim, LedgerSql.DoubleClaims, true),
        (LedgerBreachKind.Unwatched, LedgerSql.Unwatched, false),
    ];

    /// <summary>Checks. Writes nothing that stays.</summary>
    public async Task<LedgerReport> RunAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        foreach (var sql in (string[])[LedgerSql.MakePayments, LedgerSql.MakeTold])
        {
            await using var make = Scoped(connection, sql, scope);
            await make.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var sql in (string[])[LedgerSql.MakeOrders, LedgerSql.Analyse])
        {
            await using var make = Plain(connection, sql);
            await make.ExecuteNonQueryAsync(cancellationToken);
        }

        var days = await ReadAsync(Plain(connection, LedgerSql.Days), ReadDay, cancellationToken);
        var orders = await ReadAsync(Plain(connection, LedgerSql.CountOrders), row => row.GetInt64(0), cancellationToken);
        var breaches = new List<LedgerBreach>();
        foreach (var (kind, sql, isScoped) in Questions)
        {
            var command = isScoped ? Scoped(connection, sql, scope) : Plain(connection, sql);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostBreaches });
            breaches.AddRange(await ReadAsync(command, row => ReadBreach(kind, row), cancellationToken));
        }

        await transaction.RollbackAsync(cancellationToken);
        return new LedgerReport(days, breaches, orders[0]);
    }

    private static NpgsqlCommand Plain(NpgsqlConnection connection, string sql) => new(sql, connection) { CommandTimeout = Patience };

    private static NpgsqlCommand Scoped(NpgsqlConnection connection, string sql, LedgerScope scope)
    {
        var command = Plain(connection, sql);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)scope.Partner ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Date, Value = (object?)scope.From ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Date, Value = (object?)scope.Until ?? DBNull.Value });
        return command;
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.AllAsync(read, cancellationToken);
        }
    }

    private static LedgerDay ReadDay(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetFieldValue<DateOnly>(1), new Vnd(row.GetInt64(2)), new Vnd(row.GetInt64(3)), new Vnd(row.GetInt64(4)),
        new Vnd(row.GetInt64(5)),
        new Vnd(row.GetInt64(6)), new Vnd(row.GetInt64(7)));

    private static LedgerBreach ReadBreach(LedgerBreachKind kind, NpgsqlDataReader row) => new(
        kind, PaymentReference.Parse(row.GetString(0)), row.TextOrNull(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2), row.GetInt64(3),
        row.GetInt64(4), row.GetString(5));
}
