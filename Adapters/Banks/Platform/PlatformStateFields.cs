using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>The fields of a payment's state on the wire.</summary>
internal static class PlatformStateFields
{
    /// <summary>The fields of a state, MaXacThuc apart.</summary>
    public static Dictionary<string, string?> Of(PlatformState state, string type) => new(StringComparer.Ordinal)
    {
        [PlatformNames.LoaiBanTin] = type,
        [PlatformNames.MaLoi] = PlatformResults.MaLoiOf(state.Result),
        [PlatformNames.MaDoiTac] = state.MaDoiTac,
        [PlatformNames.MaThamChieu] = state.MaThamChieu,
        [PlatformNames.SoTien] = state.SoTien.ToWire(),
        [PlatformNames.MaTienTe] = PlatformNames.Currency,
        [PlatformNames.MaGiaoDich] = state.MaGiaoDich,
        [PlatformNames.MaNganHang] = state.MaNganHang,
        [PlatformNames.ThoiGianGD] = VietnamTime.ToWire(state.ThoiGianGD),
        [PlatformNames.ThongTinGiaoDich] = state.ThongTinGiaoDich,
    };
}
