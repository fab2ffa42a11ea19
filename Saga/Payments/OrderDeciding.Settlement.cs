using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <content>Settlement, and the ledger.</content>
internal sealed partial class OrderDeciding
{
    /// <summary>Money reached the beneficiary. What cannot be so by what is known here is not booked, but is a difference.</summary>
    public void Settle(SettleOrder told)
    {
        if (Data.SettledLines.FirstOrDefault(line => line.Line == told.Line) is { } known)
        {
            if (known.Amount != told.Amount)
                Differ(DifferenceKind.SettlementDiffers, $"{told.Line}-corrected", told.Partner, told.TransactionNo, known.Amount, told.Amount, told.SettledOn);
            return;
        }

        if (Recognise(told.Partner, told.TransactionNo, told.Amount) is not { IsReversed: false } transaction)
        {
            Differ(DifferenceKind.SettledWithoutPayment, told.Line, told.Partner, told.TransactionNo, Vnd.Zero, told.Amount, told.SettledOn);
            return;
        }

        if (told.Account != Data.Account) DifferOfLine(DifferenceKind.BeneficiaryDiffers, told, transaction, Data.MoneyOf(transaction).Held);
        else Settle(told, transaction, Data.MoneyOf(transaction).Held);
    }

    /// <summary>As much as is there is booked; what the line says beyond that is a difference.</summary>
    private void Settle(SettleOrder told, Transaction transaction, Vnd held)
    {
        var booked = told.Amount < held ? told.Amount : held;
        if (!booked.IsPositive)
        {
            DifferOfLine(DifferenceKind.SettlementDiffers, told, transaction, held);
            return;
        }

        var settled = transaction with { Settled = transaction.Settled + booked };
        Put(settled);
        Data = Data with { SettledLines = [.. Data.SettledLines, new SettledLine(told.Line, told.Amount)] };
        Post(LedgerKind.Settled, LedgerAccounts.Clearing(transaction.Partner), LedgerAccounts.Beneficiary(Data.Account), booked, transaction);
        // What refunds are taking is not missing; what the partner goes on holding is.
        var isShort = settled.Covers && settled.Settled < Data.Amount && told.Amount < held;
        if (isShort || told.Amount > held) DifferOfLine(DifferenceKind.SettlementDiffers, told, settled, held);
    }

    private void DifferOfLine(DifferenceKind kind, SettleOrder told, Transaction transaction, Vnd expected) =>
        Differ(kind, told.Line, transaction.Partner, transaction.Number, expected, told.Amount, transaction.Day);

    /// <summary>The order is settled once all that is due of its payment is; it stays so.</summary>
    private void NoteSettlement()
    {
        if (Data is { SettledAt: null, Covering: { Settled.IsPositive: true } paid } && paid.Settled >= DueOf(paid)) Data = Data with { SettledAt = Now };
    }

    /// <summary>What the beneficiary gets of the payment: the order's amount, or what refunds have left of it.</summary>
    private Vnd DueOf(Transaction paid)
    {
        var left = paid.Amount - Data.MoneyOf(paid).RefundedOfHeld;
        return left < Data.Amount ? left : Data.Amount;
    }

    private void Post(LedgerKind kind, string from, string to, Vnd amount, Transaction transaction)
    {
        Data = Data with { Entries = Data.Entries + 1 };
        Send(new PostLedgerEntry(
            Data.Reference, Data.Entries, kind, from, to, amount, transaction.Partner, transaction.Day, transaction.Number, transaction.Index, Now));
    }
}
