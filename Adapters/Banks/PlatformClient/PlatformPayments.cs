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

    private static readonly PartnerFault NoPayment =
        new("CALLBACK.LoaiBanTin.malformed", PlatformNames.LoaiBanTin, "LoaiBanTin is not that of a callback.");

    // Replies to these are signed with the same secret in the same order, and say by MaLoi 00 that the request was taken, not that it was paid.
    private static readonly string[] TypesOfNoPayment = ["INIT", "GET_BILL"];

    /// <summary>Whether messages of that type tell of no payment, whatever else is in them.</summary>
    public static bool IsTypeOfNoPayment(string? loaiBanTin) =>
        loaiBanTin is not null && TypesOfNoPayment.Contains(loaiBanTin, StringComparer.OrdinalIgnoreCase);

    /// <summary>The payment, or what is wrong with its fields.</summary>
    public static (PartnerPayment? Payment, PartnerFault? Fault) Read(PartnerObject json, string partner, string keyId, PaymentResult result)
    {
        if (IsTypeOfNoPayment(json.Text(PlatformNames.LoaiBanTin))) return (null, NoPayment);
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
