using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Payments.Orders;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Payments;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>An obligation, as the system that stated it, and whoever may see its orders, see it. No personal data.</summary>
internal sealed record ObligationView
{
    public required string ObligationId { get; init; }

    public string? DossierCode { get; init; }

    public required AgencyView Agency { get; init; }

    public required ObligationState State { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required Vnd AmountVnd { get; init; }

    public required Vnd PaidVnd { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required IReadOnlyList<ObligationOrderView> Orders { get; init; }

    /// <summary>The view with the receipts of its orders.</summary>
    public static async Task<ObligationView> ReadAsync(
        ObligationRow row, OrderLookup orders, CatalogueVersion catalogue, CancellationToken cancellationToken)
    {
        var shown = new List<ObligationOrderView>(row.Orders.Count);
        foreach (var order in row.Orders)
        {
            var receipt = (await orders.ReadAsync(order.Reference, cancellationToken))?.Receipt;
            shown.Add(ObligationOrderView.Of(order) with
            {
                Receipt = receipt is null ? null : new ReceiptView(receipt.Series, receipt.Number, receipt.IssuedOn, receipt.Url),
            });
        }

        return Of(row, catalogue) with { Orders = shown };
    }

    /// <summary>The view without what the rows themselves do not have.</summary>
    public static ObligationView Of(ObligationRow row, CatalogueVersion catalogue) => new()
    {
        ObligationId = ObligationMemory.OwnIdOf(row.Obligation),
        DossierCode = row.Dossier?.Value,
        Agency = new AgencyView(row.Agency.Value, catalogue.Index.Agencies.Find(row.Agency)?.Name ?? row.Agency.Value),
        State = row.State,
        Since = VietnamTime.Local(row.Since),
        AmountVnd = row.Amount,
        PaidVnd = row.Paid,
        ExpiresAt = VietnamTime.Local(row.ExpiresAt),
        Orders = [.. row.Orders.Select(ObligationOrderView.Of)],
    };
}

/// <summary>One of its orders.</summary>
internal sealed record ObligationOrderView(string Reference, Vnd AmountVnd, OrderState State, AccountView BeneficiaryAccount)
{
    /// <summary>The agency's receipt; missing while there is none.</summary>
    public ReceiptView? Receipt { get; init; }

    public static ObligationOrderView Of(OrderRow order) => new(order.Reference.Value, order.Amount, order.State, AccountView.Of(order.Beneficiary));
}

/// <summary>How obligations are shown.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ObligationView))]
internal sealed partial class ObligationViewJson : JsonSerializerContext
{
    private static ObligationViewJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static ObligationViewJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
