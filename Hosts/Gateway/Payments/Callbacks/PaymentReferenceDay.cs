using System.Globalization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>The day on which an order was made, which its reference holds.</summary>
internal static class PaymentReferenceDay
{
    /// <summary>The day in Asia/Ho_Chi_Minh.</summary>
    public static DateOnly Of(PaymentReference reference) =>
        DateOnly.ParseExact(reference.Value.AsSpan(1, 6), "yyMMdd", CultureInfo.InvariantCulture);
}
