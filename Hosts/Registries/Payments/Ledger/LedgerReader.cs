using DichVuCong.Contracts.Payments;
using Npgsql;

namespace DichVuCong.Registries.Payments.Ledger;

/// <summary>Reads the ledger's entries.</summary>
public sealed class LedgerReader(NpgsqlDataSource database)
{
    private const string OfOrder =
        """
        select e.reference, e.entry, e.kind, e.from_account, e.to_account, e.amount, e.partner, e.day, e.transaction_no, e.payment, e.booked_at
        from payment.ledger_entry e where e.reference = $1 order by e.entry
        """;

    /// <summary>The entries of an order, in their order.</summary>
    public async Task<IReadOnlyList<PostLedgerEntry>> OfAsync(PaymentReference reference, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(OfOrder);
        command.Parameters.Add(new() { Value = reference.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(Read, cancellationToken);
    }

    private static PostLedgerEntry Read(NpgsqlDataReader row) => new(
        PaymentReference.Parse(row.GetString(0)), row.GetInt32(1), (LedgerKind)row.GetInt16(2), row.GetString(3), row.GetString(4), new Vnd(row.GetInt64(5)),
        row.GetString(6), row.GetFieldValue<DateOnly>(7), row.GetString(8), row.GetInt32(9), row.GetFieldValue<DateTimeOffset>(10));
}
