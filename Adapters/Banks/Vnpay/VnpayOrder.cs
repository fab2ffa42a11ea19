using System.Net;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>An order to be paid at VNPAY.</summary>
public sealed record VnpayOrder
{
    /// <summary>Our reference, vnp_TxnRef.</summary>
    public required string Reference { get; init; }

    /// <summary>The amount.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>What is paid for; diacritics and special characters are taken out, 255 characters at most are kept.</summary>
    public required string Info { get; init; }

    /// <summary>The payer's address on the network.</summary>
    public required IPAddress PayerIp { get; init; }

    /// <summary>When the order is sent to VNPAY: vnp_CreateDate, by which querydr and refund find it again.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be paid.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The bank that the payer chose with us; none for VNPAY's own choice.</summary>
    public string? BankCode { get; init; }
}
