using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>Makes the address to which a payer's browser is sent (A1).</summary>
/// <param name="settings">The settings, valid.</param>
public sealed class VnpayPayUrl(VnpaySettings settings)
{
    private const int MaxInfo = 255;

    private readonly KeyRing<SecretKey> _keys = settings.Keys();

    /// <summary>The address.</summary>
    /// <exception cref="ArgumentException">VNPAY cannot carry the order's amount, reference or times.</exception>
    /// <exception cref="InvalidOperationException">No hash secret is valid when the order is made.</exception>
    public Uri Of(VnpayOrder order)
    {
        var key = _keys.ToSignAt(order.CreatedAt) ?? throw new InvalidOperationException("No hash secret of VNPAY is valid now.");
        var canonical = VnpayQuery.Canonical(Parameters(order));
        return new Uri($"{settings.PayUrl}?{canonical}&{VnpayNames.SecureHash}={PlainHash.Hex(key.HmacSha512(canonical))}");
    }

    private (string Name, string? Value)[] Parameters(VnpayOrder order)
    {
        if (order.Reference is not { Length: > 0 and <= 100 } || !order.Reference.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException("vnp_TxnRef has 1 to 100 letters and digits.", nameof(order));
        }

        if (order.ExpiresAt <= order.CreatedAt) throw new ArgumentException("The order expires before it is made.", nameof(order));
        return
        [
            ("vnp_Version", settings.Version),
            ("vnp_Command", "pay"),
            (VnpayNames.TmnCode, settings.TmnCode),
            (VnpayNames.Amount, VnpayAmount.ToWire(order.Amount)),
            (VnpayNames.BankCode, order.BankCode),
            ("vnp_CreateDate", VietnamTime.ToWire(order.CreatedAt)),
            ("vnp_ExpireDate", VietnamTime.ToWire(order.ExpiresAt)),
            ("vnp_CurrCode", "VND"),
            ("vnp_IpAddr", order.PayerIp.ToString()),
            ("vnp_Locale", settings.Locale),
            ("vnp_OrderInfo", PlainText.Of(order.Info, MaxInfo)),
            ("vnp_OrderType", settings.OrderType),
            ("vnp_ReturnUrl", settings.ReturnUrl!.OriginalString),
            (VnpayNames.TxnRef, order.Reference),
        ];
    }
}
