using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>The limits of a request's own fields (5.1, 5.4), and the order in which MaXacThuc covers them.</summary>
internal sealed class PlatformRules
{
    private readonly Dictionary<string, (IReadOnlyList<FieldRule> Fields, IReadOnlyList<string> Order)> _byType;

    public PlatformRules(PlatformSettings settings)
    {
        FieldRule[] common =
        [
            new(PlatformNames.PhienBan, 20, Literal: settings.Version),
            new(PlatformNames.MaDoiTac, 50),
            new(PlatformNames.MaThamChieu, settings.MaxReferenceLength, Form: FieldForm.Code),
            new(PlatformNames.ThoiGianGD, 50, Form: FieldForm.Time),
            new(PlatformNames.MaXacThuc, 255),
        ];
        FieldRule[] init =
        [
            .. common,
            new(PlatformNames.SoTien, 15, Form: FieldForm.Amount),
            new(PlatformNames.LoaiHinhThanhToan, 50, Form: FieldForm.Code),
            new(PlatformNames.MaKenhThanhToan, 50, Form: FieldForm.Code),
            new(PlatformNames.MaThietBi, 50, Form: FieldForm.Code),
            new(PlatformNames.NgonNgu, 20, Form: FieldForm.Code),
            new(PlatformNames.MaTienTe, 3, Literal: PlatformNames.Currency),
            new(PlatformNames.MaNganHang, 50, Form: FieldForm.Code),
            new(PlatformNames.ThongTinGiaoDich, 210),
            new(PlatformNames.Ip, 45, Required: false),
        ];
        _byType = new(StringComparer.Ordinal)
        {
            ["INIT"] = (init, MaXacThuc.InitOrder),
            ["QUERY"] = (common, MaXacThuc.QueryOrder),
            ["GET_BILL"] = (common, MaXacThuc.QueryOrder),
        };
    }

    /// <summary>The order of MaXacThuc of a type of message; null when there is no such type.</summary>
    public IReadOnlyList<string>? OrderOf(string? type) => type is not null && _byType.TryGetValue(type, out var rules) ? rules.Order : null;

    /// <summary>What is wrong with a message's own fields; null when nothing is.</summary>
    public PartnerFault? Check(string type, PartnerObject message) =>
        FieldRule.FirstFault(_byType[type].Fields, type, message);
}
