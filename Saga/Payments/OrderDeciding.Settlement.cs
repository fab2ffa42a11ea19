using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <content>Settlement, and the ledger.</content>
internal sealed partial class OrderDeciding
{
    /// <summary>Money reached the beneficiary. What cannot be so by what is known here is not booked, but is a difference.</summary>
    public void Settle(SettleOrder told)
    {
        if (Data.SettledLines.Contains(told.Line, StringComparer.Ordinal)) return;
        if (Data.Find(told.Partner, told.TransactionNo) is not { IsReversed: false } transaction)
        {
            Differ(DifferenceKind.SettledWithoutPayment, told.Line, told.Partner, told.TransactionNo, Vnd.Zero, told.Amount, told.SettledOn);
            return;
        }

        var held = Data.MoneyOf(transaction).Held;
        if (told.Account != Data.Account)
        {
            Differ(DifferenceKind.BeneficiaryDiffers, told.Line, transaction, held, told.Amount);
        }
        else if (!told.Amount.IsPositive || told.Amount > held)
        {
            Differ(DifferenceKind.SettlementDiffers, told.Line, transaction, held, told.Amount);
        }
        else
        {
            var settled = transaction with { Settled = transaction.Settled + told.Amount };
            Put(settled);
            Data = Data with { SettledLines = [.. Data.SettledLines, told.Line] };
            Post(LedgerKind.Settled, LedgerAccounts.Clearing(transaction.Partner), LedgerAccounts.Beneficiary(Data.Account), told.Amount, transaction);
            // What refunds are taking is not missing; what the partner goes on holding is.
            if (settled.Covers && settled.Settled < Data.Amount && told.Amount < held)
                Differ(DifferenceKind.SettlementDiffers, told.Line, settled, held, told.Amount);
        }
    }

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
            Data.Reference, Data.Entries, kind, from, to, amount, transaction.Partner, transaction.Day, transaction.Number, Now));
    }
}
