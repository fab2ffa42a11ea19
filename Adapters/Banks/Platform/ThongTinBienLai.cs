using Newtonsoft.Json;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>
/// The receipt's information (5.2), with the contract's own names. MaXacThuc does not cover it: amounts and account must be checked against
/// what is registered. It names the payer, and never shows itself.
/// </summary>
public sealed record ThongTinBienLai
{
    /// <summary>1 administrative fine, 2 fee of a dossier; 3 and 4 exist with intermediaries.</summary>
    public string? MaDichVu { get; init; }

    /// <summary>Code of the public service: MaTTHC with <c>.01</c> at one known client.</summary>
    public string? MaDVC { get; init; }

    /// <summary>Name of the public service.</summary>
    public string? TenDVC { get; init; }

    /// <summary>Code of the procedure.</summary>
    public string? MaTTHC { get; init; }

    /// <summary>Name of the procedure, 250 characters at most.</summary>
    public string? TenTTHC { get; init; }

    /// <summary>Code of the collecting unit.</summary>
    public string? MaDonVi { get; init; }

    /// <summary>Name of the collecting unit.</summary>
    public string? TenDonVi { get; init; }

    /// <summary>The dossier's code.</summary>
    public string? MaHoSo { get; init; }

    /// <summary>Number of the beneficiary account.</summary>
    public string? TKThuHuong { get; init; }

    /// <summary>Code of the beneficiary's bank.</summary>
    public string? MaNHThuHuong { get; init; }

    /// <summary>Name of the beneficiary account.</summary>
    public string? TenTKThuHuong { get; init; }

    /// <summary>Code of the kind of fine.</summary>
    public string? MaLoaiHinhThuPhat { get; init; }

    /// <summary>Name of the kind of fine.</summary>
    public string? TenLoaiHinhThuPhat { get; init; }

    /// <summary>Code of the deciding agency.</summary>
    public string? MaCoQuanQD { get; init; }

    /// <summary>Name of the deciding agency.</summary>
    public string? TenCoQuanQD { get; init; }

    /// <summary>The treasury.</summary>
    public string? KhoBac { get; init; }

    /// <summary>Date of the decision, <c>yyyyMMdd</c>.</summary>
    public string? NgayQD { get; init; }

    /// <summary>Number of the decision.</summary>
    public string? SoQD { get; init; }

    /// <summary>When the violation happened.</summary>
    public string? ThoiGianViPham { get; init; }

    /// <summary>Where the violation happened.</summary>
    public string? DiaDiemViPham { get; init; }

    /// <summary>Who committed the violation. Personal data.</summary>
    public string? TenNguoiViPham { get; init; }

    /// <summary>The state budget's revenue account.</summary>
    public string? TaiKhoanThuNSNN { get; init; }

    /// <summary>What is paid for.</summary>
    public string? NoiDungThanhToan { get; init; }

    /// <summary>The payer's name. Personal data.</summary>
    public string? HoTenNguoiNop { get; init; }

    /// <summary>The payer's number. Personal data.</summary>
    public string? SoCMNDNguoiNop { get; init; }

    /// <summary>The payer's address. Personal data.</summary>
    public string? DiaChiNguoiNop { get; init; }

    /// <summary>The payer's district.</summary>
    public string? HuyenNguoiNop { get; init; }

    /// <summary>The payer's province.</summary>
    public string? TinhNguoiNop { get; init; }

    /// <summary>The fee lines.</summary>
    public IReadOnlyList<PhiLePhi> PhiLePhi { get; init; } = [];

    /// <summary>The items paid.</summary>
    public IReadOnlyList<KhoanNop> DSKhoanNop { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"ThongTinBienLai of {PhiLePhi.Count} fees";
}

/// <summary>One fee line.</summary>
public sealed record PhiLePhi
{
    /// <summary>1 phí, 2 lệ phí.</summary>
    public string? LoaiPhiLePhi { get; init; }

    /// <summary>Code of the fee.</summary>
    public string? MaPhiLePhi { get; init; }

    /// <summary>Name of the fee.</summary>
    public string? TenPhiLePhi { get; init; }

    /// <summary>The amount, in whole đồng; a text on the wire. It may be 0: a known client always sends both kinds.</summary>
    [JsonConverter(typeof(WireVndConverter))]
    public required Contracts.Payments.Vnd SoTien { get; init; }
}

/// <summary>One item paid.</summary>
public sealed record KhoanNop
{
    /// <summary>What it is.</summary>
    public string? NoiDung { get; init; }

    /// <summary>The amount, in whole đồng; a text on the wire.</summary>
    [JsonConverter(typeof(WireVndConverter))]
    public required Contracts.Payments.Vnd SoTien { get; init; }
}
