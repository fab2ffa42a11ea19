using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Payments;

/// <summary>The obligation saga's data. No personal data.</summary>
public sealed record ObligationData
{
    /// <summary>Its identity.</summary>
    public required ObligationId Obligation { get; init; }

    /// <summary>The dossier; null when it has none of ours.</summary>
    public DossierCode? Dossier { get; init; }

    /// <summary>The collecting agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>Its orders.</summary>
    public required IReadOnlyList<OrderStanding> Orders { get; init; }

    /// <summary>Whether the agency took it back.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Where it stands, as shown last.</summary>
    public ObligationState State { get; init; } = ObligationState.Open;

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>What is to be paid.</summary>
    [JsonIgnore]
    public Vnd Amount => Vnd.Sum(Orders.Select(order => order.Amount));

    /// <summary>How much of it is paid and not refunded.</summary>
    [JsonIgnore]
    public Vnd Paid => Vnd.Sum(Orders.Select(order => order.Paid));
}

/// <summary>Where an order of an obligation stands.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Amount">Its amount.</param>
/// <param name="State">Its state.</param>
/// <param name="Paid">How much of its amount is paid and not refunded.</param>
public sealed record OrderStanding(PaymentReference Reference, Vnd Amount, OrderState State, Vnd Paid = default)
{
    /// <summary>Whether its money is with the partner or the beneficiary.</summary>
    [JsonIgnore]
    public bool IsPaid => State is OrderState.Paid or OrderState.Settled;
}

/// <summary>How the obligation saga's data is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(WholeSeconds)])]
[JsonSerializable(typeof(ObligationData))]
public sealed partial class ObligationDataJson : JsonSerializerContext;
