using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.PlatformClient;

/// <summary>Reads the fields that the platform's callback and its reply to QUERY share (5.3, 5.4).</summary>
internal static class PlatformPayments
{
    // What the callback must hold; all of it is covered by MaXacThuc.
    private static readonly FieldRule[] Rules =
    [
        new(PlatformNames.MaLoi, 10, Form: FieldForm.Code),
        new(PlatformNames.MaThamChieu, 255, Form: FieldForm.Code),
        new(PlatformNames.SoTien, 15, Form: FieldForm.Amount),
        new(PlatformNames.MaTienTe, 3, Required: false, Literal: PlatformNames.Currency),
        new(PlatformNames.MaGiaoDich, 255, Required: false),
        new(PlatformNames.MaNganHang, 50, Required: false),
        new(PlatformNames.ThoiGianGD, 50),
    ];

    /// <summary>The payment, or what is wrong with its fields.</summary>
    public static (PartnerPayment? Payment, PartnerFault? Fault) Read(PartnerObject json, string partner, string keyId, PaymentResult result)
    {
        if (FieldRule.FirstFault(Rules, "CALLBACK", json) is { } fault) return (null, fault);
        _ = Vnd.TryParseWire(json.Text(PlatformNames.SoTien), out var amount);
        return (new PartnerPayment
        {
            Partner = partner,
            OrderReference = json.Text(PlatformNames.MaThamChieu)!,
            TransactionNo = json.Text(PlatformNames.MaGiaoDich) ?? "",
            Amount = amount,
            Result = result,
            Code = json.Text(PlatformNames.MaLoi)!,
            Bank = json.Text(PlatformNames.MaNganHang),
            PaidAt = VietnamTime.TryParseWire(json.Text(PlatformNames.ThoiGianGD), out var paidAt) ? paidAt : null,
            KeyId = keyId,
        }, null);
    }
}
