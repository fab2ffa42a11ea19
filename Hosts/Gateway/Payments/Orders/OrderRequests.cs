using System.Text.Json;
using System.Text.Json.Serialization;

namespace DichVuCong.Gateway.Payments.Orders;

/// <summary>What <c>POST /v1/orders/{reference}/pay</c> carries.</summary>
internal sealed record PayRequest
{
    /// <summary>The partner's code.</summary>
    public string? Partner { get; init; }

    /// <summary>The payer's address on the network, as the portal sees it; the caller's own where it is missing.</summary>
    public string? PayerIp { get; init; }
}

/// <summary>How a citizen pays: at a page, or by scanning a code.</summary>
internal sealed record PayAnswer
{
    public required string Reference { get; init; }

    public required string Partner { get; init; }

    /// <summary>The partner's page; missing where there is only a code.</summary>
    public string? PaymentUrl { get; init; }

    /// <summary>The content of a VietQR code; missing where there is only a page.</summary>
    public string? Qr { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What <c>POST /v1/orders/{reference}/refund-decisions</c> carries: the collecting agency's decision, and the two persons behind it.</summary>
internal sealed record RefundDecisionRequest
{
    /// <summary>The decision's number.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Its date, <c>yyyy-MM-dd</c>.</summary>
    public string? DecisionDate { get; init; }

    /// <summary>The partner that collected the payment; the one that paid the order where it is missing.</summary>
    public string? Partner { get; init; }

    /// <summary>The payment's number; that which paid the order where it is missing.</summary>
    public string? TransactionNo { get; init; }

    /// <summary>How much goes back, whole đồng.</summary>
    public JsonElement? AmountVnd { get; init; }

    /// <summary>Who gives the money back: <c>partner</c> or <c>agency</c>.</summary>
    public string? Route { get; init; }

    /// <summary>Why, without personal data.</summary>
    public string? Reason { get; init; }

    /// <summary>The officer's account that recorded it.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>The officer's account that approved it: another person.</summary>
    public string? ApprovedBy { get; init; }
}

/// <summary>What a decision is answered with.</summary>
internal sealed record RefundDecisionAnswer(string Reference, string DecisionNumber, Contracts.Payments.Vnd AmountVnd, string Partner, string TransactionNo);

/// <summary>What <c>POST /v1/orders/{reference}/receipts</c> carries: the agency's receipt (biên lai).</summary>
internal sealed record ReceiptRequest
{
    /// <summary>Its series (ký hiệu).</summary>
    public string? Series { get; init; }

    /// <summary>Its number.</summary>
    public string? Number { get; init; }

    /// <summary>Its date, <c>yyyy-MM-dd</c>.</summary>
    public string? IssuedOn { get; init; }

    /// <summary>Where the agency serves it.</summary>
    public string? Url { get; init; }
}

/// <summary>How the calls about orders are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PayRequest))]
[JsonSerializable(typeof(PayAnswer))]
[JsonSerializable(typeof(RefundDecisionRequest))]
[JsonSerializable(typeof(RefundDecisionAnswer))]
[JsonSerializable(typeof(ReceiptRequest))]
[JsonSerializable(typeof(ReceiptView))]
internal sealed partial class OrderJson : JsonSerializerContext;
