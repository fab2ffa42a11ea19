namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>Names that VNPAY's messages share.</summary>
internal static class VnpayNames
{
    public const string Prefix = "vnp_";
    public const string SecureHash = "vnp_SecureHash";
    public const string SecureHashType = "vnp_SecureHashType";
    public const string Command = "vnp_Command";
    public const string QueryCommand = "querydr";
    public const string RefundCommand = "refund";
    public const string TmnCode = "vnp_TmnCode";
    public const string Amount = "vnp_Amount";
    public const string TxnRef = "vnp_TxnRef";
    public const string TransactionNo = "vnp_TransactionNo";
    public const string ResponseCode = "vnp_ResponseCode";
    public const string TransactionStatus = "vnp_TransactionStatus";
    public const string TransactionType = "vnp_TransactionType";
    public const string BankCode = "vnp_BankCode";
    public const string PayDate = "vnp_PayDate";

    /// <summary>Whether a parameter is covered by the hash.</summary>
    public static bool IsHashed(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name is not (SecureHash or SecureHashType);
}
