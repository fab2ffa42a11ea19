using System.Globalization;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>
/// The operations that the online payment system of 2026 asks of banks (5.9, SHB26). Only their names are public; the paths and fields are ours.
/// </summary>
public static class BankOperations
{
    /// <summary>Makes an order that can be paid.</summary>
    public static BankOperation<BankOrder, BankOrderAnswer> Create { get; } = new(
        "orders/create",
        order =>
        [
            ("orderReference", order.OrderReference), ("amountVnd", order.Amount), ("beneficiaryAccount", order.BeneficiaryAccount),
            ("description", order.Description), ("expiresAt", VietnamTime.ToWire(order.ExpiresAt)),
        ],
        BankAnswers.Order);

    /// <summary>Asks what became of an order.</summary>
    public static BankOperation<BankStatusQuestion, PartnerPayment> Status { get; } =
        new("orders/status", question => [("orderReference", question.OrderReference)], BankAnswers.Payment);

    /// <summary>Asks for a receipt.</summary>
    public static BankOperation<BankReceiptQuestion, BankReceiptAnswer> Receipt { get; } = new(
        "receipts", question => [("orderReference", question.OrderReference), ("transactionNo", question.TransactionNo)], BankAnswers.Receipt);

    /// <summary>Asks whether an account exists.</summary>
    public static BankOperation<BankAccountQuestion, BankAccountAnswer> Account { get; } =
        new("accounts/inquiry", question => [("bankId", question.BankId), ("account", question.Account)], BankAnswers.Account);

    /// <summary>Gives money back to a payer.</summary>
    public static BankOperation<BankRefundOrder, BankTransferAnswer> Refund { get; } = new(
        "refunds",
        refund =>
        [
            ("refundReference", refund.RefundReference), ("orderReference", refund.OrderReference), ("transactionNo", refund.TransactionNo),
            ("amountVnd", refund.Amount), ("reason", refund.Reason),
        ],
        (json, refund, _) => BankAnswers.Transfer(json, "refundReference", refund.RefundReference));

    /// <summary>Passes money on to a beneficiary.</summary>
    public static BankOperation<BankDisbursement, BankTransferAnswer> Disburse { get; } = new(
        "disbursements",
        transfer =>
        [
            ("disbursementReference", transfer.DisbursementReference), ("bankId", transfer.BankId), ("account", transfer.Account),
            ("amountVnd", transfer.Amount), ("description", transfer.Description),
        ],
        (json, transfer, _) => BankAnswers.Transfer(json, "disbursementReference", transfer.DisbursementReference));

    /// <summary>Exchanges a day's reconciliation file.</summary>
    public static BankOperation<BankFileQuestion, BankFileAnswer> Reconcile { get; } = new(
        "reconciliations",
        question =>
        [
            ("day", question.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            ("fileType", question.FileType.ToString(CultureInfo.InvariantCulture)),
            ("content", question.Content is { } content ? Convert.ToBase64String(content.Span) : null),
        ],
        BankAnswers.File);
}
