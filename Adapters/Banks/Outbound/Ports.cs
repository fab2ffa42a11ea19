using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>The partners by their codes. Addresses and secrets come from the settings behind it only, never from a message or a reply.</summary>
public interface IPartnerDirectory
{
    /// <summary>A partner's operations; null when it is not configured (any more).</summary>
    IPartnerOperations? Find(string partner);
}

/// <summary>What is known of orders here and is asked for by a partner's interface, but not carried by the messages.</summary>
public interface IOrderRecords
{
    /// <summary>An order; null when there is none.</summary>
    ValueTask<OrderRecord?> FindAsync(PaymentReference reference, CancellationToken cancellationToken);
}

/// <summary>An order as the operations need it.</summary>
/// <param name="Beneficiary">The account to which its money goes.</param>
/// <param name="Refunds">Its refunds so far, in any order.</param>
public sealed record OrderRecord(BeneficiaryAccount Beneficiary, IReadOnlyList<RefundRecord> Refunds);

/// <summary>A refund of an order.</summary>
/// <param name="Number">Its number in the order.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Amount">How much goes back.</param>
/// <param name="State">Where it stands.</param>
public sealed record RefundRecord(int Number, string Partner, string TransactionNo, Vnd Amount, RefundState State);

/// <summary>The ministries' systems as partners of the payment platform.</summary>
public interface IMinistryDirectory
{
    /// <summary>Where a system takes our callback; null when it is not configured (any more), or takes none.</summary>
    MinistryEndpoint? Find(string system);
}

/// <summary>What ministries said of their obligations and hear again in the callback (5.3).</summary>
public interface IMinistryOrders
{
    /// <summary>An obligation's words; null when there is no such obligation.</summary>
    ValueTask<MinistryOrder?> FindAsync(ObligationId obligation, CancellationToken cancellationToken);
}

/// <summary>An obligation as its ministry stated it.</summary>
/// <param name="Description">
/// ThongTinGiaoDich; empty when it stated the obligation otherwise than by INIT. It may name a person, and never shows itself.
/// </param>
/// <param name="Bank">MaNganHang; empty when it named none.</param>
public sealed record MinistryOrder(string Description, string Bank)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(MinistryOrder);
}
