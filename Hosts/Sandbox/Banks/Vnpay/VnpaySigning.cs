using System.Globalization;
using System.Text;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Vnpay;

/// <summary>VNPAY's two hashes (A1): of a query, sorted and encoded; of querydr and refund, joined by pipes in a fixed order.</summary>
internal static class VnpaySigning
{
    /// <summary>The parameter with the hash.</summary>
    public const string Hash = "vnp_SecureHash";

    /// <summary>What is hashed of a request of querydr.</summary>
    public static readonly string[] QueryRequest =
    [
        "vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_TxnRef", "vnp_TransactionDate", "vnp_CreateDate", "vnp_IpAddr", "vnp_OrderInfo",
    ];

    /// <summary>What is hashed of a request of refund.</summary>
    public static readonly string[] RefundRequest =
    [
        "vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_TransactionType", "vnp_TxnRef", "vnp_Amount", "vnp_TransactionNo",
        "vnp_TransactionDate", "vnp_CreateBy", "vnp_CreateDate", "vnp_IpAddr", "vnp_OrderInfo",
    ];

    /// <summary>What is hashed of a response of refund.</summary>
    public static readonly string[] RefundResponse =
    [
        "vnp_ResponseId", "vnp_Command", "vnp_ResponseCode", "vnp_Message", "vnp_TmnCode", "vnp_TxnRef", "vnp_Amount", "vnp_BankCode", "vnp_PayDate",
        "vnp_TransactionNo", "vnp_TransactionType", "vnp_TransactionStatus", "vnp_OrderInfo",
    ];

    /// <summary>What is hashed of a response of querydr.</summary>
    public static readonly string[] QueryResponse = [.. RefundResponse, "vnp_PromotionCode", "vnp_PromotionAmount"];

    /// <summary>The query that is hashed: every vnp_ parameter with a value but the hash itself, by name, encoded as forms are.</summary>
    public static string Canonical(IEnumerable<KeyValuePair<string, string>> parameters) => string.Join('&', parameters
        .Where(each => each.Value.Length > 0 && each.Key.StartsWith("vnp_", StringComparison.Ordinal) && each.Key is not (Hash or "vnp_SecureHashType"))
        .OrderBy(each => each.Key, StringComparer.Ordinal)
        .Select(each => $"{Encode(each.Key)}={Encode(each.Value)}"));

    /// <summary>The query with its hash behind it.</summary>
    public static string Signed(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var canonical = Canonical(parameters);
        return $"{canonical}&{Hash}={Digests.Hmac512(BankNames.VnpaySecret, canonical)}";
    }

    /// <summary>The hash over pipes; a missing value is nothing.</summary>
    public static string OfPipe(IEnumerable<string> order, Func<string, string> value) =>
        Digests.Hmac512(BankNames.VnpaySecret, string.Join('|', order.Select(value)));

    // As PHP's urlencode does, in which VNPAY's own samples are written: a blank is +, digits of the hexadecimal codes are capitals.
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var letter = (char)value;
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') encoded.Append(letter);
            else if (letter == ' ') encoded.Append('+');
            else encoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
