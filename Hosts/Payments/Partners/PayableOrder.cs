using System.Net;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Payments.Partners;

/// <summary>An order for which a citizen wants to pay.</summary>
public sealed record PayableOrder
{
    /// <summary>Its reference.</summary>
    public required PaymentReference Reference { get; init; }

    /// <summary>What is to be paid.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>To whom.</summary>
    public required BeneficiaryAccount Beneficiary { get; init; }

    /// <summary>What is paid for, as the payer reads it; no name of a person. Diacritics are taken out where the partner wants it.</summary>
    public required string Description { get; init; }

    /// <summary>Until when it can be paid.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The payer's address on the network.</summary>
    public required IPAddress PayerIp { get; init; }

    /// <summary>Whether a ministry stated it by INIT: such an order is never forwarded to another platform (decisions, Payments).</summary>
    public bool IsOfInit { get; init; }

    /// <summary>The receipt's information, where an older platform asks for it; none as a rule.</summary>
    public ThongTinBienLai? Receipt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Reference.Value;
}
