using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>VietQR's MD5 checksums (A3): values joined without a separator.</summary>
internal static class VietQrChecksums
{
    /// <summary>checkSum of check-order: bank account and our user.</summary>
    public static string CheckOrder(string bankAccount, string username) => PlainHash.Hex(PlainHash.Md5(bankAccount + username));

    /// <summary>checkSum of refund: secret key, reference number, amount, bank account.</summary>
    public static string Refund(SecretKey key, string referenceNumber, Vnd amount, string bankAccount) =>
        PlainHash.Hex(PlainHash.Md5(key.Reveal() + referenceNumber + amount.ToWire() + bankAccount));

    /// <summary><c>sign</c> of a transaction (inferred).</summary>
    public static byte[] Sign(SecretKey key, IEnumerable<string?> values) => PlainHash.Md5(key.Reveal() + string.Concat(values));
}
