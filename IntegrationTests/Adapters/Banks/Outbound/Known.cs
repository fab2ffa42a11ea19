using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Banks.Tests.Outbound;

/// <summary>One order and what is known of it.</summary>
internal sealed class Known(params RefundRecord[] refunds) : IOrderRecords
{
    public const string Account = "0123456789";

    public static readonly PaymentReference Order = PaymentReference.Parse("D25070100000000001");

    public static readonly DateTimeOffset StartedAt = new(2025, 7, 1, 8, 0, 0, TimeSpan.FromHours(7));

    public static readonly PartnerCall Call =
        new(Guid.Parse("01234567-89ab-8def-8123-456789abcdef"), "payment:x", Attempt: 1, StartedAt, TimeSpan.FromSeconds(30));

    public static AskPayment Question(string partner) => new(Order, partner, StartedAt);

    public static RefundPayment Refund(string partner, long amount = 150_000, bool isFull = true, int number = 1) =>
        new(Order, number, partner, "14000001", StartedAt, new Vnd(amount), isFull);

    public static AskRefundState StateQuestion(string partner, int number = 1) => new(Order, number, partner, "14000001", StartedAt);

    public static RefundRecord Record(string partner, long amount, RefundState state, int number) => new(number, partner, "14000001", new Vnd(amount), state);

    public ValueTask<OrderRecord?> FindAsync(PaymentReference reference, CancellationToken cancellationToken) => new(
        reference == Order ? new OrderRecord(new BeneficiaryAccount(Account, "VCB", "KBNN mẫu", IsTreasury: true), refunds) : null);
}

/// <summary>A registry that cannot be read.</summary>
internal sealed class NothingKnown : IOrderRecords
{
    public ValueTask<OrderRecord?> FindAsync(PaymentReference reference, CancellationToken cancellationToken) => throw new TimeoutException();
}

/// <summary>One partner under its code.</summary>
internal sealed class OnePartner(string code, IPartnerOperations operations) : IPartnerDirectory
{
    public IPartnerOperations? Find(string partner) => partner == code ? operations : null;
}
