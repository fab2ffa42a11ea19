using System.Globalization;
using System.Text;
using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.Callbacks;

/// <summary>
/// The content of a payment in one hash, for the three answers new, same again and conflict. The fields that decide about money are in it;
/// the time, the bank and the key are not, since partners stamp them anew when they send again. Nor is the partner's code: two attempts that
/// failed before they got a number fail for two reasons, and lose the same nothing.
/// </summary>
internal static class ContentHash
{
    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Of(PartnerPayment payment)
    {
        var text = new StringBuilder();
        Append(payment.Partner);
        Append(payment.IdentifyingOrder);
        Append(payment.TransactionNo);
        Append(payment.Amount.ToWire());
        Append(payment.Result.ToString());
        Append(payment.Account ?? "");
        return PlainHash.Hex(PlainHash.Sha256(text.ToString()));

        // With its length before it no field can pass for two.
        void Append(string field) => text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field};");
    }
}
