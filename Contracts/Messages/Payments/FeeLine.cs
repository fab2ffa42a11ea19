using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>What is charged: LoaiPhiLePhi (<c>one-stop-and-portal-wire.md</c> 5.2).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FeeKind>))]
public enum FeeKind : byte
{
    /// <summary>Phí: a fee that covers the cost of a service.</summary>
    Fee = 1,

    /// <summary>Lệ phí: a charge fixed by the law for a public act.</summary>
    Charge = 2,
}

/// <summary>One line of an obligation as the agency states it (A25.2; PhiLePhi[]).</summary>
/// <param name="Kind">Fee or charge.</param>
/// <param name="Code">MaPhiLePhi.</param>
/// <param name="Name">TenPhiLePhi.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Beneficiary">To whom.</param>
public sealed record FeeLine(FeeKind Kind, string Code, string Name, Vnd Amount, BeneficiaryAccount Beneficiary);

/// <summary>One line of an order; the beneficiary is the order's.</summary>
/// <param name="Kind">Fee or charge.</param>
/// <param name="Code">MaPhiLePhi.</param>
/// <param name="Name">TenPhiLePhi.</param>
/// <param name="Amount">What is to be paid.</param>
public sealed record OrderLine(FeeKind Kind, string Code, string Name, Vnd Amount);
