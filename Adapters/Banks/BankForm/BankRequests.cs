using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>An order to be paid at the bank. A second one for the same reference that is still open is refused.</summary>
public sealed record BankOrder(string OrderReference, Vnd Amount, string BeneficiaryAccount, string Description, DateTimeOffset ExpiresAt);

/// <summary>What the bank gives for an order.</summary>
/// <param name="QrContent">The content of a VietQR code; none where there is a page.</param>
/// <param name="PayUrl">The bank's page; none where there is a code.</param>
/// <param name="AliasAccount">An account number made for this order; none as a rule.</param>
public sealed record BankOrderAnswer(string? QrContent, Uri? PayUrl, string? AliasAccount);

/// <summary>What became of an order.</summary>
public sealed record BankStatusQuestion(string OrderReference);

/// <summary>A receipt of a payment.</summary>
public sealed record BankReceiptQuestion(string OrderReference, string TransactionNo);

/// <summary>A receipt.</summary>
/// <param name="ReceiptNo">Its number.</param>
/// <param name="Url">Where it can be fetched.</param>
public sealed record BankReceiptAnswer(string ReceiptNo, Uri Url);

/// <summary>Whether an account exists.</summary>
public sealed record BankAccountQuestion(string BankId, string Account);

/// <summary>An account. Its holder's name may be a person's, and never shows itself.</summary>
/// <param name="HolderName">The holder.</param>
/// <param name="IsActive">Whether money can come to it.</param>
public sealed record BankAccountAnswer(string HolderName, bool IsActive)
{
    /// <inheritdoc/>
    public override string ToString() => $"account, active {IsActive}";
}

/// <summary>A refund to be made.</summary>
public sealed record BankRefundOrder(string RefundReference, string OrderReference, string TransactionNo, Vnd Amount, string Reason);

/// <summary>A transfer to a beneficiary account.</summary>
public sealed record BankDisbursement(string DisbursementReference, string BankId, string Account, Vnd Amount, string Description);

/// <summary>How far a refund or transfer is.</summary>
/// <param name="BankReference">The bank's number of it; empty while there is none.</param>
/// <param name="Result">Paid: the money is there; failed: it will not be; unknown: the bank is at it.</param>
public sealed record BankTransferAnswer(string BankReference, Contracts.Payments.PaymentResult Result);

/// <summary>The file of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="FileType">1 transactions, 2 answer file (5.10).</param>
/// <param name="Content">What we send: the answer file; none when we ask for the transactions.</param>
public sealed record BankFileQuestion(DateOnly Day, int FileType, ReadOnlyMemory<byte>? Content = null);

/// <summary>A file.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Content">Its bytes; empty when the bank only took ours.</param>
public sealed record BankFileAnswer(string FileName, ReadOnlyMemory<byte> Content)
{
    /// <inheritdoc/>
    public override string ToString() => $"{FileName}, {Content.Length} bytes";
}
