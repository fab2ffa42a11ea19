using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <content>Payments that partners took back by themselves.</content>
internal sealed partial class OrderDeciding
{
    /// <summary>The partner took a payment back. Once money of it went further, that is for people to settle.</summary>
    public void Reverse(RecordPayment told)
    {
        // Without a number nobody can say which of the payments it is, unless one has none either.
        var known = string.IsNullOrEmpty(told.TransactionNo) ? Data.Find(told.Partner, number: null) : Recognise(told.Partner, told.TransactionNo, told.Amount);
        if (known is { IsReversed: true }) return;
        if (known is null) RememberReversal(told);
        else if (Data.MoneyOf(known).Held != known.Amount) ReverseTooLate(known, told);
        else if (told.Amount.IsPositive && told.Amount != known.Amount) Differ(DifferenceKind.AmountDiffers, "back", known, known.Amount, told.Amount);
        else BookReversal(known, told.Source);
    }

    /// <summary>It is remembered, so that the payment told late does not count by itself.</summary>
    private void RememberReversal(RecordPayment told)
    {
        if (string.IsNullOrEmpty(told.TransactionNo) && Data.Transactions.FirstOrDefault(one => one.Partner == told.Partner && !one.IsReversed) is { } doubtful)
            Differ(DifferenceKind.StatusDiffers, "back", doubtful, doubtful.Amount, Vnd.Zero);
        var never = Make(told) with { Covers = false, IsReversed = true, NeverCame = true };
        Data = Data with { Transactions = [.. Data.Transactions, never] };
        // A word that names neither attempt nor time may be about an older try than the one that is watched.
        var attempt = AttemptOf(told);
        var isVague = told is { StartedAt: null, PaidAt: null } && IsOpen(attempt);
        if (!isVague && attempt is not { State: AttemptState.Paid }) FailAttempt(told);
        Send(Kept(never, PaymentResult.Reversed, told.Source));
    }

    /// <summary>When a refund alone is in the way, the reversal is booked should the partner reject that.</summary>
    private void ReverseTooLate(Transaction known, RecordPayment told)
    {
        Differ(DifferenceKind.ReversedTooLate, known, known.Amount, told.Amount);
        if (known.ReversalTold is null && (!told.Amount.IsPositive || told.Amount == known.Amount)) Put(known with { ReversalTold = told.Source });
    }

    private void BookReversal(Transaction known, PaymentSource source)
    {
        var reversed = known with { IsReversed = true, Covers = false };
        Post(LedgerKind.Reversed, LedgerAccounts.Clearing(known.Partner), LedgerAccounts.Payer, known.Amount, known);
        Put(reversed);
        if (Data.Attempts.LastOrDefault(attempt => Belongs(attempt, known)) is { } attempt && !IsOpen(attempt)) FailAttempt(attempt);
        Send(Kept(reversed, PaymentResult.Reversed, source));
        Promote();
    }

    /// <summary>A reversal that a refund was blocking is booked, now that the refund is rejected.</summary>
    private void ReverseAfterAll(Transaction payment)
    {
        if (payment is { IsReversed: false, ReversalTold: { } source } && Data.MoneyOf(payment).Held == payment.Amount) BookReversal(payment, source);
    }

    /// <summary>Another full payment takes the place of the one that paid the order.</summary>
    private void Promote()
    {
        if (Data.Covering is not null || Data.IsCancelled || Data.Transactions.FirstOrDefault(CanCover) is not { } next) return;
        var covering = next with { Covers = true };
        Put(covering);
        PayBackBesides(covering);
    }

    private bool CanCover(Transaction transaction)
    {
        var money = Data.MoneyOf(transaction);
        return !transaction.IsReversed
            && money.Held + money.Settled >= Data.Amount
            && !Data.Refunds.Any(refund => refund.IsLive && refund.Transaction == transaction.Index);
    }
}
