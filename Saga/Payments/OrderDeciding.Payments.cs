using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Payments;

/// <content>What partners tell of payments.</content>
internal sealed partial class OrderDeciding
{
    /// <summary>Money came. Whatever else is true of the order, it is recorded.</summary>
    public void Collect(RecordPayment told)
    {
        if (Data.Find(told.Partner, told.TransactionNo) is { } known)
        {
            EndAttempt(told.Partner, AttemptState.Paid);
            if (known.IsReversed) Differ(DifferenceKind.StatusDiffers, known, Vnd.Zero, told.Amount);
            else if (known.Amount != told.Amount) Differ(DifferenceKind.AmountDiffers, known, known.Amount, told.Amount);
            return;
        }

        if (!told.Amount.IsPositive)
        {
            Differ(DifferenceKind.AmountDiffers, $"{told.Partner}-{told.TransactionNo}", told.Partner, told.TransactionNo, Data.Amount, told.Amount, DayOf(told));
            return;
        }

        var covers = Data.Covering is null && !Data.IsCancelled && told.Amount >= Data.Amount;
        var made = new Transaction(
            Data.Transactions.Count + 1, told.Partner, told.TransactionNo ?? "", told.Amount, DayOf(told), WholeSeconds.Of(told.PaidAt) ?? Now, covers);
        var wasPaid = Data.Covering is not null;
        Data = Data with { Transactions = [.. Data.Transactions, made] };
        EndAttempt(told.Partner, AttemptState.Paid);
        Keep(made, PaymentResult.Paid, told.Source);
        Post(LedgerKind.Collected, LedgerAccounts.Payer, LedgerAccounts.Clearing(made.Partner), made.Amount, made);
        if (covers) PayBackBesides(made);
        else if (wasPaid) PayBackOrDiffer(made, made.Amount, RefundCause.DoublePayment, DifferenceKind.DoublePayment);
        else if (Data.IsCancelled) PayBackOrDiffer(made, made.Amount, RefundCause.Cancelled, DifferenceKind.PaidAfterCancelling);
        else Differ(DifferenceKind.AmountShort, made, Data.Amount, made.Amount);
    }

    /// <summary>A payment failed: an attempt ends with it, and money that came stays.</summary>
    public void Fail(RecordPayment told)
    {
        if (Data.Find(told.Partner, told.TransactionNo) is { } known)
        {
            if (!known.IsReversed) Differ(DifferenceKind.StatusDiffers, known, known.Amount, Vnd.Zero);
            return;
        }

        // An old failure may be told after the citizen began again. An answer to our question is about now.
        var attempt = AttemptOf(told.Partner);
        if (attempt is { State: AttemptState.Paid or AttemptState.Failed }) return;
        if (told.Source != PaymentSource.Inquiry && told.PaidAt < attempt?.StartedAt) return;
        EndAttempt(told.Partner, AttemptState.Failed);
        KeepWithoutMoney(told);
    }

    /// <summary>The partner does not know: it is asked until it does.</summary>
    public void Doubt(RecordPayment told)
    {
        if (Data.Find(told.Partner, told.TransactionNo) is not null) return;
        var attempt = AttemptOf(told.Partner);
        if (attempt is { State: AttemptState.Paid or AttemptState.Unknown }) return;
        var isAsked = attempt is { State: AttemptState.Pending, NextAt: not null };
        attempt ??= new Attempt(told.Partner, AttemptState.Unknown, Now, Now, NextAt: null);
        Put(isAsked
            ? attempt with { State = AttemptState.Unknown }
            : attempt with { State = AttemptState.Unknown, AskedFrom = Now, NextAt = rules.AsksOf(told.Partner).NextAfter(Now, Now) });
        KeepWithoutMoney(told);
    }

    /// <summary>The partner took a payment back by itself. Once money of it went further, that is for people to settle.</summary>
    public void Reverse(RecordPayment told)
    {
        var known = Data.Find(told.Partner, told.TransactionNo);
        if (known is { IsReversed: true }) return;
        if (known is null)
        {
            // It is remembered, so that the payment told late does not count.
            var never = new Transaction(
                Data.Transactions.Count + 1, told.Partner, told.TransactionNo ?? "", told.Amount, DayOf(told), WholeSeconds.Of(told.PaidAt) ?? Now, IsReversed: true);
            Data = Data with { Transactions = [.. Data.Transactions, never] };
            if (AttemptOf(told.Partner) is not { State: AttemptState.Paid }) EndAttempt(told.Partner, AttemptState.Failed);
            Keep(never, PaymentResult.Reversed, told.Source);
            return;
        }

        if (Data.MoneyOf(known).Held != known.Amount)
        {
            Differ(DifferenceKind.ReversedTooLate, known, known.Amount, told.Amount);
        }
        else if (told.Amount.IsPositive && told.Amount != known.Amount)
        {
            Differ(DifferenceKind.AmountDiffers, known, known.Amount, told.Amount);
        }
        else
        {
            var reversed = known with { IsReversed = true, Covers = false };
            Post(LedgerKind.Reversed, LedgerAccounts.Clearing(known.Partner), LedgerAccounts.Payer, known.Amount, known);
            Put(reversed);
            if (AttemptOf(told.Partner) is not { State: AttemptState.Pending or AttemptState.Unknown }) EndAttempt(told.Partner, AttemptState.Failed);
            Keep(reversed, PaymentResult.Reversed, told.Source);
        }
    }

    private void Keep(Transaction transaction, PaymentResult result, PaymentSource source) => Send(new KeepTransaction(
        Data.Reference, transaction.Partner, transaction.Number, result, transaction.Amount, transaction.PaidAt, transaction.Day, source));

    private void KeepWithoutMoney(RecordPayment told)
    {
        if (told.TransactionNo is not { } number) return;
        Send(new KeepTransaction(Data.Reference, told.Partner, number, told.Result, told.Amount, WholeSeconds.Of(told.PaidAt) ?? Now, DayOf(told), told.Source));
    }

    private void Put(Transaction changed) =>
        Data = Data with { Transactions = [.. Data.Transactions.Select(transaction => transaction.Index == changed.Index ? changed : transaction)] };

    private DateOnly DayOf(RecordPayment told) => told.BankDate ?? VietnamTime.DayOf(told.PaidAt ?? Now);
}
