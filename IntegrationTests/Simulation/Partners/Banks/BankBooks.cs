using DichVuCong.Contracts.Payments;

namespace DichVuCong.Simulation.Partners.Banks;

/// <summary>A payment in a modelled bank's own books: what is true of the money, whatever anybody was told.</summary>
internal sealed class BookedPayment(PaymentReference reference, string bank, string number, long amount, DateTimeOffset paidAt, DateTimeOffset? startedAt)
{
    public PaymentReference Reference { get; } = reference;

    public string Bank { get; } = bank;

    public string Number { get; } = number;

    public long Amount { get; } = amount;

    public DateTimeOffset PaidAt { get; } = paidAt;

    /// <summary>The time that the link carried by which it was paid; null for a transfer that was typed.</summary>
    public DateTimeOffset? StartedAt { get; } = startedAt;

    /// <summary>Whether the bank took it back.</summary>
    public bool IsReversed { get; set; }

    /// <summary>How often a question is still answered with "unknown".</summary>
    public int PendingAnswers { get; set; }

    /// <summary>What the bank passed on to the beneficiary.</summary>
    public long Settled { get; set; }

    public List<BookedRefund> Refunds { get; } = [];

    /// <summary>What went back, or is about to.</summary>
    public long Refunded => Refunds.Where(refund => refund.Stage != BookedStage.Rejected).Sum(refund => refund.Amount);
}

/// <summary>A refund in a bank's books.</summary>
internal sealed class BookedRefund(Guid call, int attempt, int number, long amount, DateTimeOffset endsAt)
{
    /// <summary>The call's idempotency key, by which the bank can be asked.</summary>
    public Guid Call { get; } = call;

    /// <summary>Which attempt at the call made it.</summary>
    public int Attempt { get; } = attempt;

    /// <summary>Its number in the order.</summary>
    public int Number { get; } = number;

    public long Amount { get; } = amount;

    /// <summary>When the bank is through with it.</summary>
    public DateTimeOffset EndsAt { get; } = endsAt;

    public BookedStage Stage { get; set; }
}

/// <summary>How far a refund is.</summary>
internal enum BookedStage
{
    Accepted,
    Done,
    Rejected,
}

/// <summary>The books of all modelled banks, and where a bank lied.</summary>
internal sealed class BankBooks
{
    private readonly List<BookedPayment> _payments = [];

    public IReadOnlyList<BookedPayment> Payments => _payments;

    /// <summary>The callbacks that we answered as taken: the banks' own account.</summary>
    public HashSet<(PaymentReference Reference, string Bank, string Number, PaymentResult Result)> Accepted { get; } = [];

    /// <summary>The orders about which a bank or ministry said the opposite of what it did.</summary>
    public HashSet<PaymentReference> Lies { get; } = [];

    public void Add(BookedPayment payment) => _payments.Add(payment);

    public IEnumerable<BookedPayment> Of(PaymentReference reference, string bank) =>
        _payments.Where(payment => payment.Reference == reference && payment.Bank == bank);

    public BookedPayment? Find(PaymentReference reference, string bank, string number) =>
        Of(reference, bank).FirstOrDefault(payment => payment.Number == number);
}
