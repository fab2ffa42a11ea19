using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Payments;

namespace DichVuCong.Gateway.Payments.Orders;

/// <summary>An order, as the portal and the collecting agency see it. No personal data.</summary>
internal sealed record OrderView
{
    public required string Reference { get; init; }

    public required string ObligationId { get; init; }

    public string? DossierCode { get; init; }

    public required AgencyView Agency { get; init; }

    public required OrderState State { get; init; }

    public required string StateName { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required Vnd AmountVnd { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required AccountView BeneficiaryAccount { get; init; }

    public required IReadOnlyList<LineView> Lines { get; init; }

    /// <summary>The partner that was paid; missing while nothing is paid.</summary>
    public string? Partner { get; init; }

    /// <summary>The payment's number; missing while nothing is paid.</summary>
    public string? TransactionNo { get; init; }

    public required Vnd CollectedVnd { get; init; }

    public required Vnd RefundedVnd { get; init; }

    public required Vnd RefundingVnd { get; init; }

    public required Vnd SettledVnd { get; init; }

    public required IReadOnlyList<TransactionView> Transactions { get; init; }

    public required IReadOnlyList<RefundView> Refunds { get; init; }

    public ReceiptView? Receipt { get; init; }

    public static OrderView Of(OrderDetails details, CatalogueVersion catalogue)
    {
        var order = details.Order;
        return new OrderView
        {
            Reference = order.Reference.Value,
            ObligationId = ObligationMemory.OwnIdOf(order.Obligation),
            DossierCode = order.Dossier?.Value,
            Agency = new AgencyView(order.Agency.Value, catalogue.Index.Agencies.Find(order.Agency)?.Name ?? order.Agency.Value),
            State = order.State,
            StateName = OrderStateNames.Of(order.State),
            Since = VietnamTime.Local(order.Since),
            AmountVnd = order.Amount,
            ExpiresAt = VietnamTime.Local(order.ExpiresAt),
            BeneficiaryAccount = AccountView.Of(order.Beneficiary),
            Lines = LineView.Of(details.Lines),
            Partner = order.Partner,
            TransactionNo = order.TransactionNo,
            CollectedVnd = order.Collected,
            RefundedVnd = order.Refunded,
            RefundingVnd = order.Refunding,
            SettledVnd = order.Settled,
            Transactions =
            [
                .. details.Transactions.Where(row => !row.IsClaimed)
                    .Select(row => new TransactionView(row.Partner, row.TransactionNo, row.Result, row.Amount, VietnamTime.Local(row.PaidAt))),
            ],
            Refunds =
            [
                .. details.Refunds.Select(row => new RefundView(
                    row.Number, row.Partner, row.TransactionNo, row.Amount, row.Cause, row.State, row.DecisionNumber, VietnamTime.Local(row.Since))),
            ],
            Receipt = details.Receipt is { } receipt ? new ReceiptView(receipt.Series, receipt.Number, receipt.IssuedOn, receipt.Url) : null,
        };
    }
}

/// <summary>A payment that a partner told of.</summary>
internal sealed record TransactionView(string Partner, string TransactionNo, PaymentResult Result, Vnd AmountVnd, DateTimeOffset PaidAt);

/// <summary>Money that goes back.</summary>
internal sealed record RefundView(
    int Number, string Partner, string TransactionNo, Vnd AmountVnd, RefundCause Cause, RefundState State, string? DecisionNumber, DateTimeOffset Since);

/// <summary>The agency's receipt.</summary>
internal sealed record ReceiptView(string Series, string Number, DateOnly IssuedOn, string? Url);

/// <summary>The states of an order in words for citizens.</summary>
internal static class OrderStateNames
{
    private static readonly Dictionary<OrderState, string> Names = new()
    {
        [OrderState.Open] = "Chờ thanh toán",
        [OrderState.Pending] = "Đang thanh toán",
        [OrderState.Unknown] = "Đang chờ đơn vị thanh toán xác định kết quả",
        [OrderState.Failed] = "Thanh toán không thành công",
        [OrderState.Expired] = "Hết hạn thanh toán",
        [OrderState.Cancelled] = "Đã hủy",
        [OrderState.Paid] = "Đã thanh toán",
        [OrderState.Settled] = "Đã thanh toán",
        [OrderState.Refunded] = "Đã hoàn tiền",
    };

    /// <summary>The name of a state.</summary>
    public static string Of(OrderState state) => Names[state];
}

/// <summary>How orders are shown.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OrderView))]
internal sealed partial class OrderViewJson : JsonSerializerContext
{
    private static OrderViewJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static OrderViewJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
