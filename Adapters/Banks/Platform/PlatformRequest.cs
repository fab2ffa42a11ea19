using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>What every request of a ministry has, as it came.</summary>
/// <param name="LoaiBanTin">The type of message.</param>
/// <param name="MaDoiTac">The ministry's system.</param>
/// <param name="MaThamChieu">The ministry's own reference of the payment.</param>
/// <param name="ThoiGianGD">The time, <c>yyyyMMddHHmmss</c>.</param>
public sealed record PlatformHeader(string LoaiBanTin, string MaDoiTac, string MaThamChieu, string ThoiGianGD);

/// <summary>What a ministry asks of the payment platform: a closed set. MaXacThuc was checked over it.</summary>
public abstract record PlatformRequest
{
    private PlatformRequest(PlatformHeader header) => Header = header;

    /// <summary>Who asks about what.</summary>
    public PlatformHeader Header { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => $"{Header.LoaiBanTin} {Header.MaDoiTac} {Header.MaThamChieu}";

    /// <summary>INIT: an obligation to be paid (5.1).</summary>
    public sealed record Init(PlatformHeader Header) : PlatformRequest(Header)
    {
        /// <summary>SoTien.</summary>
        public required Vnd SoTien { get; init; }

        /// <summary>ThongTinGiaoDich, the description.</summary>
        public required string ThongTinGiaoDich { get; init; }

        /// <summary>MaNganHang; PAYMENT where the payer chooses.</summary>
        public required string MaNganHang { get; init; }

        /// <summary>Ip of payer or server; null when none was given.</summary>
        public string? Ip { get; init; }

        /// <summary>ThongTinBienLai. Not covered by MaXacThuc.</summary>
        public required ThongTinBienLai ThongTinBienLai { get; init; }
    }

    /// <summary>QUERY: what became of a payment (5.4).</summary>
    public sealed record Query(PlatformHeader Header) : PlatformRequest(Header);

    /// <summary>GET_BILL: the receipt (5.5).</summary>
    public sealed record GetBill(PlatformHeader Header) : PlatformRequest(Header);
}
