using DichVuCong.Contracts.Payments;
using Npgsql;

namespace DichVuCong.Registries.Payments.Desk;

/// <summary>A callback that was accepted.</summary>
/// <param name="Id">Its id, under which the raw body lies too.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="Identity">By what it is recognised.</param>
/// <param name="KeyId">Which key signed it; null when the partner's is unnamed.</param>
/// <param name="ReceiptNumber">The number that our answer gave; null when the form has none.</param>
/// <param name="Outcome">What was answered.</param>
/// <param name="ReceivedAt">When.</param>
public sealed record CallbackRow(Guid Id, string Partner, string Identity, string? KeyId, string? ReceiptNumber, string Outcome, DateTimeOffset ReceivedAt);

/// <summary>Lists the callbacks that were accepted.</summary>
public sealed class CallbackList(NpgsqlDataSource database)
{
    private const string OfOrder =
        """
        select c.id, c.partner, c.identity, c.key_id, c.receipt_number, c.outcome, c.received_at
        from payment.callback c where c.reference = $1 order by c.received_at, c.id
        """;

    /// <summary>Those that name an order, the earliest first.</summary>
    public async Task<IReadOnlyList<CallbackRow>> OfAsync(PaymentReference reference, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(OfOrder);
        command.Parameters.Add(new() { Value = reference.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(
            row => new CallbackRow(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.TextOrNull(4), row.GetString(5),
                row.GetFieldValue<DateTimeOffset>(6)),
            cancellationToken);
    }
}
