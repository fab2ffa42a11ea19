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
        if (Recognise(told.Partner, told.TransactionNo, told.Amount) is { } known)
        {
            CollectAgain(known, told);
            return;
        }

        if (!told.Amount.IsPositive)
        {
            Differ(DifferenceKind.AmountDiffers, $"{told.Partner}-{told.TransactionNo}", told.Partner, told.TransactionNo, Data.Amount, told.Amount, DayOf(told));
            return;
        }

        var made = Make(told);
        Data = Data with { Transactions = [.. Data.Transactions, made] };
        EndAttempt(told, AttemptState.Paid);
        Book(made, told.Source);
    }

    /// <summary>A payment failed: an attempt ends with it, and money that came stays.</summary>
    public void Fail(RecordPayment told)
    {
        if (Data.Find(told.Partner, told.TransactionNo) is { } known)
        {
            if (!known.IsReversed) Differ(DifferenceKind.StatusDiffers, known, known.Amount, Vnd.Zero);
            return;
        }

        if (IsOld(told) || AttemptOf(told) is { State: AttemptState.Paid or AttemptState.Failed }) return;
        FailAttempt(told);
        KeepWithoutMoney(told);
    }

    /// <summary>The partner does not know: it is asked until it does.</summary>
    public void Doubt(RecordPayment told)
    {
        if (Data.Find(told.Partner, told.TransactionNo) is not null || IsOld(told)) return;
        var attempt = AttemptOf(told);
        if (attempt is { State: AttemptState.Paid or AttemptState.Unknown }) return;
        var isAsked = attempt is { State: AttemptState.Pending, NextAt: not null };
        var doubted = attempt ?? new Attempt(told.Partner, AttemptState.Unknown, StartedAt: null, Now, NextAt: null);
        Put(attempt, isAsked
            ? doubted with { State = AttemptState.Unknown }
            : doubted with { State = AttemptState.Unknown, AskedFrom = Now, NextAt = rules.AsksOf(told.Partner).NextAfter(Now, Now) });
        KeepWithoutMoney(told);
    }

    /// <summary>A payment that is known was told again.</summary>
    private void CollectAgain(Transaction known, RecordPayment told)
    {
        if (known.NeverCame && told.Source != PaymentSource.Callback && told.Amount.IsPositive)
        {
            // It was taken back before we heard of it, and now the partner says it has it: that is asked for, or written in its books.
            Differ(DifferenceKind.StatusDiffers, "came", known, Vnd.Zero, told.Amount);
            var made = Make(told) with { Index = known.Index, Number = known.Number };
            Put(made);
            EndAttempt(told, AttemptState.Paid);
            Book(made, told.Source);
            return;
        }

        if (known.IsReversed)
        {
            Differ(DifferenceKind.StatusDiffers, known.NeverCame ? "never" : "back", known, Vnd.Zero, told.Amount);
            return;
        }

        if (AttemptOf(told) is { } attempt && IsOpen(attempt) && Belongs(attempt, known)) EndAttempt(attempt, AttemptState.Paid);
        if (known.Amount != told.Amount) Differ(DifferenceKind.AmountDiffers, known, known.Amount, told.Amount);
    }

    /// <summary>
    /// The transaction of which a partner speaks, or null. A partner may tell one payment with its number and without: the one takes the other's
    /// place when the amount is the same, so that it is not counted twice.
    /// </summary>
    private Transaction? Recognise(string partner, string? number, Vnd amount)
    {
        if (Data.Find(partner, number) is { } known) return known;
        var alike = Data.Transactions.Where(transaction => transaction.Partner == partner && transaction.Amount == amount);
        if (string.IsNullOrEmpty(number)) return alike.OrderBy(transaction => transaction.IsReversed).FirstOrDefault();
        if (alike.FirstOrDefault(transaction => transaction is { IsNumbered: false, IsReversed: false }) is not { } unnumbered) return null;
        var numbered = unnumbered with { Number = number };
        Put(numbered);
        Send(Kept(numbered, PaymentResult.Paid, PaymentSource.Callback) with { Numbers = true });
        return numbered;
    }

    private Transaction Make(RecordPayment told) => new(
        Data.Transactions.Count + 1,
        told.Partner,
        told.TransactionNo ?? "",
        told.Amount,
        DayOf(told),
        PaidAt(told),
        Covers: Data.Covering is null && !Data.IsCancelled && told.Amount >= Data.Amount,
        StartedAt: WholeSeconds.Of(told.StartedAt) ?? AttemptOf(told)?.StartedAt);

    private void Book(Transaction made, PaymentSource source)
    {
        Send(Kept(made, PaymentResult.Paid, source));
        Post(LedgerKind.Collected, LedgerAccounts.Payer, LedgerAccounts.Clearing(made.Partner), made.Amount, made);
        if (made.Covers) PayBackBesides(made);
        else if (Data.Covering is not null) PayBackOrDiffer(made, made.Amount, RefundCause.DoublePayment);
        else if (Data.IsCancelled) PayBackOrDiffer(made, made.Amount, RefundCause.Cancelled);
        else Differ(DifferenceKind.AmountShort, made, Data.Amount, made.Amount);
    }

    private KeepTransaction Kept(Transaction transaction, PaymentResult result, PaymentSource source) => new(
        Data.Reference, transaction.Partner, transaction.Number, result, transaction.Amount, transaction.PaidAt, transaction.Day, source);

    private void KeepWithoutMoney(RecordPayment told)
    {
        if (told.TransactionNo is not { } number) return;
        Send(new KeepTransaction(Data.Reference, told.Partner, number, told.Result, told.Amount, WholeSeconds.Of(told.PaidAt) ?? Now, DayOf(told), told.Source));
    }

    private void Put(Transaction changed) =>
        Data = Data with { Transactions = [.. Data.Transactions.Select(transaction => transaction.Index == changed.Index ? changed : transaction)] };

    /// <summary>Whether it is told of a try that was before all that are watched: the citizen has begun again since.</summary>
    private bool IsOld(RecordPayment told) => AttemptOf(told) is null && AttemptsAt(told.Partner).Any();

    private DateTimeOffset PaidAt(RecordPayment told)
    {
        // A statement may come days later: by it the payment is as old as its day, not as the file.
        if (told is { PaidAt: null, Source: PaymentSource.Statement, BankDate: { } day }) return VietnamTime.At(day, TimeOnly.MinValue);
        return WholeSeconds.Of(told.PaidAt) ?? Now;
    }

    private DateOnly DayOf(RecordPayment told) => told.BankDate ?? rules.DayOf(told.Partner, told.PaidAt ?? Now);
}
