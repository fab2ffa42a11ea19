using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Banks.Ministries;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.State;

namespace DichVuCong.Sandbox.Banks;

/// <summary>Brings the banks' books back, and goes on with what payers, refunds and callbacks were at.</summary>
internal sealed class BankRestore(BankBook book, MinistryBook ministries, PayerDesk payers, RefundDesk refunds, CallbackDesk callbacks)
{
    /// <summary>Takes the lines of the banks and ministries; settings are in force by then.</summary>
    public void Restore(IReadOnlyList<StateLine> lines)
    {
        foreach (var line in lines)
        {
            book.Restore(line);
            if (line.MinistryPayment is { } payment) ministries.Restore(payment);
        }

        foreach (var line in lines)
        {
            if (line.BankOrder is not { } record || book.Find(record.Bank, record.Reference) is not { } order) continue;
            payers.Resume(order);
            refunds.Resume(order);
            callbacks.Resume(order);
        }
    }

    /// <summary>By what the newest line about a thing is known; null for a line of somebody else's.</summary>
    public static string? KeyOf(StateLine line) => line switch
    {
        { BankOrder: { } order } => $"order/{order.Bank}/{order.Reference}",
        { BankSettlement: { } settlement } => $"settlement/{settlement.Bank}/{settlement.No}",
        { BankRequest: { } request } => $"request/{request.Bank}/{request.Id}",
        { MinistryPayment: { } payment } => $"ministry/{payment.Partner}/{payment.Reference}",
        _ => null,
    };

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        book.Clear();
        ministries.Clear();
    }
}
