using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>
/// Finds our reference in a transfer's memo: banks put their own words around it, join it to them, and write it in small letters. A payer who
/// types the transfer himself leaves no order id, only this.
/// </summary>
internal static class OrderInMemo
{
    private const int ReferenceLength = 18;
    private const int MaxMemo = 500;

    /// <summary>The only reference in the memo; null when there is none, or more than one.</summary>
    public static PaymentReference? Find(string? memo)
    {
        if (memo is null or { Length: > MaxMemo }) return null;
        var text = memo.ToUpperInvariant();
        PaymentReference? found = null;
        for (var at = 0; at + ReferenceLength <= text.Length; at++)
        {
            if (text[at] != 'D' || !PaymentReference.TryParse(text.Substring(at, ReferenceLength), out var reference) || reference == found) continue;
            if (found is not null) return null;
            found = reference;
        }

        return found;
    }
}
