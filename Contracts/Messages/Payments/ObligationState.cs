using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>Where an obligation stands: it follows from where its orders stand.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ObligationState>))]
public enum ObligationState : byte
{
    /// <summary>Nothing is paid.</summary>
    Open = 1,

    /// <summary>Some orders are paid.</summary>
    PartlyPaid = 2,

    /// <summary>All orders are paid. It does not make the dossier received: only the agency's status does.</summary>
    Paid = 3,

    /// <summary>All the money is on the beneficiaries' accounts.</summary>
    Settled = 4,

    /// <summary>Nothing was paid in time.</summary>
    Expired = 5,

    /// <summary>The agency took it back.</summary>
    Cancelled = 6,

    /// <summary>All of it went back to the payer.</summary>
    Refunded = 7,
}
