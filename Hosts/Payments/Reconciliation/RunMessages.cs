using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>The messages that follow from what a run found.</summary>
internal static class RunMessages
{
    private const int LineBytes = 12;

    /// <summary>Opens the inquiry on a difference. Amounts are told without their sign: what moved the money says which way.</summary>
    public static OpenInquiry Open(string partner, OpenedFinding found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new OpenInquiry(
            found.Difference, KindOf(found), partner, found.Reference, found.Agency, found.TransactionNo, new Vnd(Math.Abs(found.LedgerAmount)),
            new Vnd(Math.Abs(found.StatementAmount)), found.Day);
    }

    /// <summary>Confirms a payment that the bank has and we were waiting for.</summary>
    public static RecordPayment Confirm(string partner, ConfirmedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new RecordPayment(
            line.Reference, partner, line.TransactionNo, PaymentResult.Paid, new Vnd(line.Amount), PaymentSource.Statement, line.PaidAt, line.BankDate);
    }

    /// <summary>Tells an order of money on its account.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="line">The line.</param>
    /// <param name="comparesAccounts">Whether the partner's files name accounts: one that is not the order's is told as it stands.</param>
    public static SettleOrder Settle(string partner, SettledLine line, bool comparesAccounts)
    {
        ArgumentNullException.ThrowIfNull(line);
        var isOrders = !comparesAccounts || line.Account.Length == 0 || AccountKey.Of(line.Account) == AccountKey.Of(line.OrderAccount);
        var account = isOrders ? new BeneficiaryAccount(line.OrderAccount, line.OrderBank, "").Key : line.Account;
        return new SettleOrder(line.Reference, partner, line.TransactionNo, new Vnd(line.Amount), account, line.BankDate, IdentityOf(partner, line));
    }

    /// <summary>
    /// The identity of a line of a settlement: what it is about, and not how much it is. So a file that comes again settles nothing twice, and a
    /// line that was corrected to another amount is seen to be the same line.
    /// </summary>
    private static string IdentityOf(string partner, SettledLine line)
    {
        var text = string.Join(
            '\n', partner, line.BankDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture), line.PartnerReference, line.Reference.Value,
            line.Place.ToString(CultureInfo.InvariantCulture));
        return $"s{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, LineBytes))}";
    }

    private static DifferenceKind KindOf(OpenedFinding found) => ((ResultClass)found.Class, (RowKind)found.Kind) switch
    {
        (ResultClass.MissingHere, RowKind.Settlement) => DifferenceKind.SettledWithoutPayment,
        (_, RowKind.Settlement) => DifferenceKind.SettlementDiffers,
        (ResultClass.MissingAtBank or ResultClass.MissingHere, _) when found.WasExpected => DifferenceKind.ExpectedLaterMissing,
        (ResultClass.MissingAtBank, _) => DifferenceKind.MissingAtPartner,
        (ResultClass.MissingHere, _) => DifferenceKind.MissingHere,
        (ResultClass.AmountDiffers, _) => DifferenceKind.AmountDiffers,
        (ResultClass.Duplicate, _) => DifferenceKind.Duplicate,
        (ResultClass.RefundUnmatched, _) => DifferenceKind.RefundUnmatched,
        _ => DifferenceKind.StatusDiffers,
    };
}
