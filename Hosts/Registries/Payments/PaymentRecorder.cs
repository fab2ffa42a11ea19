using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Recording;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>
/// Writes the registry of payments: obligations and callbacks at the door, and what the sagas decide, each in the transaction of its cause.
/// A row that is told again is the same row.
/// </summary>
public sealed class PaymentRecorder(Sealer sealer) : IRecorder
{
    /// <summary>The endpoint's name; the topology's sagas send to it.</summary>
    public const string EndpointName = "payment-registry";

    private readonly ObligationWrites _obligations = new(sealer);
    private readonly CallbackWrites _callbacks = new(sealer);

    /// <inheritdoc/>
    public string Endpoint => EndpointName;

    /// <inheritdoc/>
    public void Record(IReadOnlyList<RecordedMessage> messages, NpgsqlBatch batch)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(batch);
        _obligations.Register(batch, Of<RegisterObligation>(messages));
        AttemptWrites.Keep(batch, Of<KeepAttempt>(messages));
        _callbacks.Keep(batch, Of<KeepCallback>(messages));
        DecisionWrites.Record(batch, Of<RecordRefundDecision>(messages));
        DecisionWrites.Approve(batch, Of<ApproveRefundDecision>(messages));
        OrderWrites.Obligations(batch, Of<UpdateObligationRow>(messages));
        OrderWrites.Orders(batch, Of<UpdateOrderRow>(messages));
        TransactionWrites.Keep(batch, Of<KeepTransaction>(messages));
        RefundWrites.Refunds(batch, Of<KeepRefund>(messages));
        RefundWrites.Receipts(batch, Of<KeepReceiptRow>(messages));
        LedgerWrites.Post(batch, Of<PostLedgerEntry>(messages));
        InquiryWrites.Inquiries(batch, Of<UpdateInquiryRow>(messages));
        InquiryWrites.Steps(batch, Of<KeepInquiryStep>(messages));
    }

    /// <summary>The messages of one kind, in their order.</summary>
    internal static List<Recorded<T>> Of<T>(IReadOnlyList<RecordedMessage> messages)
    {
        var rows = new List<Recorded<T>>();
        foreach (var message in messages)
        {
            if (message.Message is T body) rows.Add(new Recorded<T>(body, message));
        }

        return rows;
    }

    /// <summary>Of several rows of one key in a batch, the last one: that is where it stands. Sorted by the key.</summary>
    internal static List<Recorded<T>> LastOf<T, TKey>(List<Recorded<T>> rows, Func<T, TKey> key, IComparer<TKey> order)
        where TKey : notnull
    {
        var last = new Dictionary<TKey, Recorded<T>>(rows.Count);
        foreach (var row in rows) last[key(row.Body)] = row;
        return [.. last.OrderBy(pair => pair.Key, order).Select(pair => pair.Value)];
    }

    /// <summary>As above, for keys that are texts.</summary>
    internal static List<Recorded<T>> LastOf<T>(List<Recorded<T>> rows, Func<T, string> key) => LastOf(rows, key, StringComparer.Ordinal);
}
