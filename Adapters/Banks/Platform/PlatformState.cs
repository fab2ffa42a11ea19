using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>Where a payment stands, as the platform tells a ministry: the callback and the reply to QUERY.</summary>
public sealed record PlatformState
{
    /// <summary>The ministry's system.</summary>
    public required string MaDoiTac { get; init; }

    /// <summary>The ministry's reference.</summary>
    public required string MaThamChieu { get; init; }

    /// <summary>The amount.</summary>
    public required Vnd SoTien { get; init; }

    /// <summary>Number of the transaction; empty while there is none.</summary>
    public required string MaGiaoDich { get; init; }

    /// <summary>The payer's bank; empty while there is none.</summary>
    public required string MaNganHang { get; init; }

    /// <summary>When the payment came to this.</summary>
    public required DateTimeOffset ThoiGianGD { get; init; }

    /// <summary>The description, as INIT gave it.</summary>
    public required string ThongTinGiaoDich { get; init; }

    /// <summary>What became of it.</summary>
    public required PaymentResult Result { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{MaDoiTac} {MaThamChieu} {Result}";
}
