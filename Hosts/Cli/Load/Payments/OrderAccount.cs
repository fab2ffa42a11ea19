namespace DichVuCong.Cli.Load.Payments;

/// <summary>One order as everybody has it: what we say of it, what the banks have in their books, and what is open as a difference.</summary>
/// <param name="Stated">The order as it was stated.</param>
/// <param name="Ours">What the Gateway shows.</param>
/// <param name="Banks">The banks' books: the bank, and its order.</param>
/// <param name="Inquiries">The open differences.</param>
/// <param name="Ministry">What the ministry's system was told; null where an agency stated it, or nothing was told.</param>
internal sealed record OrderAccount(
    StatedOrder Stated, PublicOrder Ours, IReadOnlyList<(string Bank, BankOrder Order)> Banks, IReadOnlyList<PublicInquiry> Inquiries, MinistryPayment? Ministry = null)
{
    /// <summary>The money at the banks that is this order's: what they took, less what they gave back.</summary>
    public long AtBanks => Payments.Sum(paid => paid.Payment.Amount) - Done.Sum(refund => refund.Refund.Amount);

    /// <summary>The same by our word.</summary>
    public long Collected => Ours.CollectedVnd - Ours.RefundedVnd;

    /// <summary>Whether people have it before them.</summary>
    public bool IsDiffering => Inquiries.Count > 0;

    /// <summary>The payments at the banks.</summary>
    public IEnumerable<(string Bank, BankPayment Payment)> Payments =>
        Banks.SelectMany(bank => bank.Order.Payments.Select(payment => (bank.Bank, payment)));

    /// <summary>The refunds that payers have.</summary>
    public IEnumerable<(string Bank, BankPayback Refund)> Done =>
        Banks.SelectMany(bank => bank.Order.Refunds.Where(refund => refund.Stage == "done").Select(refund => (bank.Bank, refund)));

    /// <summary>Payments at the banks of which neither the order nor an open difference knows.</summary>
    public int Lost => Banks.Sum(bank => LostAt(bank.Bank, bank.Order));

    /// <summary>Payments that we show and no bank has.</summary>
    public int Invented => Ours.Payments.Count(shown => !Payments.Any(paid => paid.Bank == shown.Partner && paid.Payment.No == shown.TransactionNo));

    /// <summary>What happened more than once: a payment that is shown twice, a payment of which more went back than came.</summary>
    public int Doubled =>
        Ours.Payments.GroupBy(shown => (shown.Partner, shown.TransactionNo)).Sum(group => group.Count() - 1)
        + Payments.Count(paid => Done.Where(refund => refund.Bank == paid.Bank && refund.Refund.TransactionNo == paid.Payment.No).Sum(refund => refund.Refund.Amount)
            > paid.Payment.Amount)
        + (Ministry?.Payments.Count > 1 ? 1 : 0);

    /// <summary>Whether it was paid more than once and the money neither went back, nor is on its way, nor is before people.</summary>
    public bool IsDoublePaymentKept => Ours.Payments.Count() > 1 && Ours.Refunds.Count == 0 && !IsDiffering;

    /// <summary>Whether the order has a bank's money and stands as if it had none.</summary>
    public bool IsStuck => Payments.Any() && !Ours.IsPaid && !IsDiffering;

    /// <summary>Whether the banks and we say the same, and nothing is under way.</summary>
    public bool IsAgreed =>
        Banks.All(bank => bank.Order.IsQuiet) && Ours.Refunds.All(refund => refund.IsOver)
        && Payments.Count() == Ours.Payments.Count() && Payments.All(paid => Shows(paid.Bank, paid.Payment))
        && Done.Sum(refund => refund.Refund.Amount) == Ours.RefundedVnd && IsMinistryTold;

    /// <summary>Whether only the reconciliation can find what is different: the bank told of another amount than it took.</summary>
    public bool IsForReconciliation =>
        Banks.All(bank => bank.Order.IsQuiet) && Ours.Refunds.All(refund => refund.IsOver) && Payments.All(paid => Knows(paid.Bank, paid.Payment))
        && Payments.Any(paid => !Shows(paid.Bank, paid.Payment)) && IsMinistryTold;

    /// <summary>Whether the bank and we said the same before there was any file.</summary>
    public bool AgreedBeforeFiles { get; init; } = true;

    /// <summary>Whether a refund of ours has not ended.</summary>
    public bool IsRefunding => Ours.Refunds.Any(refund => !refund.IsOver);

    /// <summary>
    /// Differences that a file opened though the bank and we said the same before it and say it now: a file that was wrong, and has been corrected
    /// since. (What an order found itself is named after it, and stands until people close it; so does what a right file found before we knew.)
    /// </summary>
    public int FalseAlarms =>
        AgreedBeforeFiles && IsAgreed ? Inquiries.Count(inquiry => !inquiry.Difference.StartsWith(Stated.Reference, StringComparison.Ordinal)) : 0;

    private bool IsMinistryTold => Stated.MinistryReference is null || !Ours.IsPaid || Ministry?.PaidBy is not null;

    private bool Knows(string bank, BankPayment payment) =>
        Ours.Payments.Any(shown => shown.Partner == bank && shown.TransactionNo == payment.No);

    private bool Shows(string bank, BankPayment payment) =>
        Ours.Payments.Any(shown => shown.Partner == bank && shown.TransactionNo == payment.No && shown.AmountVnd == payment.Amount);

    /// <summary>
    /// A difference names one payment, and may be about the money of several: of two payments of one order either may be the one too many.
    /// </summary>
    private int LostAt(string bank, BankOrder order)
    {
        var (lost, surplus) = (0, Inquiries.Where(inquiry => inquiry.Partner == bank).Sum(inquiry => inquiry.Surplus));
        foreach (var payment in order.Payments.Where(payment => !Knows(bank, payment)))
        {
            if (Inquiries.Any(inquiry => inquiry.TransactionNo == payment.No)) continue;
            if (surplus >= payment.Amount) surplus -= payment.Amount;
            else lost++;
        }

        return lost;
    }
}
