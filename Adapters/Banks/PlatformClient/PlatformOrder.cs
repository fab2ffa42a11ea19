using System.Net;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.PlatformClient;

/// <summary>An order to be paid through the older platform.</summary>
public sealed record PlatformOrder
{
    /// <summary>Our reference, MaThamChieu.</summary>
    public required string Reference { get; init; }

    /// <summary>The amount.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>ThongTinGiaoDich; diacritics and special characters are taken out, 210 characters at most are kept.</summary>
    public required string Info { get; init; }

    /// <summary>The payer's address on the network; none for our own.</summary>
    public IPAddress? PayerIp { get; init; }

    /// <summary>The receipt's information.</summary>
    public required ThongTinBienLai Receipt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Reference;
}

/// <summary>The platform took the order.</summary>
/// <param name="PayUrl">Where the payer goes.</param>
public sealed record PlatformPayment(Uri PayUrl);
