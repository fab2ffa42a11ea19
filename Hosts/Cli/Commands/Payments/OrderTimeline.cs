using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>Something that happened to an order.</summary>
/// <param name="At">When.</param>
/// <param name="What">What it was, for operators.</param>
/// <param name="Detail">Its figures.</param>
/// <param name="By">The partner, or the account.</param>
internal sealed record OrderMoment(DateTimeOffset At, string What, string Detail, string? By);

/// <summary>What happened to an order, in the order of time, from all that was kept of it.</summary>
internal static class OrderTimeline
{
    private static readonly string StateChanged = MessageNameAttribute.Of(typeof(OrderStateChanged));
    private static readonly string ReceiptIsMissing = MessageNameAttribute.Of(typeof(ReceiptMissing));
    private static readonly string GivenUp = MessageNameAttribute.Of(typeof(ConfirmationGivenUp));

    public static IReadOnlyList<OrderMoment> Of(OrderFile file)
    {
        var order = file.Details.Order;
        IEnumerable<OrderMoment> moments =
        [
            new(order.CreatedAt, "lập khoản thu", order.Amount.ToString(), order.Account),
            .. file.Details.Attempts.Select(attempt => new OrderMoment(attempt.StartedAt, "bắt đầu thanh toán", "", attempt.Partner)),
            .. file.Callbacks.Select(callback =>
                new OrderMoment(callback.ReceivedAt, "đối tác gọi", $"{callback.Identity}: {callback.Outcome}", callback.Partner)),
            .. file.Details.Transactions.Select(row => new OrderMoment(
                row.PaidAt, $"giao dịch: {PaymentWords.Of(row.Result)}",
                $"{row.TransactionNo} {row.Amount} ({PaymentWords.Of(row.Source)}){(row.IsClaimed ? ", trùng số với khoản thu khác" : "")}", row.Partner)),
            .. file.Details.Refunds.Select(row => new OrderMoment(
                row.Since, $"hoàn tiền lần {row.Number.ToString(CultureInfo.InvariantCulture)}: {PaymentWords.Of(row.State)}",
                $"{row.Amount}, {PaymentWords.Of(row.Cause)}{(row.Reason is null ? "" : $", {row.Reason}")}", row.Partner)),
            .. file.Decisions.SelectMany(MomentsOf),
            .. file.Ledger.Select(entry =>
                new OrderMoment(entry.BookedAt, $"bút toán: {PaymentWords.Of(entry.Kind)}", $"{entry.Amount} {entry.From} → {entry.To}", entry.Partner)),
            .. file.Inquiries.Select(row => new OrderMoment(
                row.FoundAt, $"sai lệch: {PaymentWords.Of(row.Kind)}", $"{row.Difference}: có {row.Expected}, thấy {row.Found}", row.Partner)),
            .. file.Steps.Select(row => new OrderMoment(row.Step.At, PaymentWords.Of(row.Step.Step), $"{row.Difference}: {row.Step.Text}", row.Step.By)),
            .. file.Events.Select(MomentOf).OfType<OrderMoment>(),
        ];
        return [.. moments.OrderBy(moment => moment.At)];
    }

    private static IEnumerable<OrderMoment> MomentsOf(RefundDecisionRow row)
    {
        var what = $"quyết định hoàn số {row.Decision.DecisionNumber} ngày {PaymentWords.Day(row.Decision.DecisionDate)}";
        yield return new OrderMoment(row.RequestedAt, $"ghi {what}", $"{row.Decision.Amount}, {row.Decision.Reason}", row.Decision.RequestedBy);
        if (row.ApprovedAt is { } at)
        {
            var obstacle = row.Obstacle is { } cause ? $"không thực hiện được: {PaymentWords.Of(cause)}" : "";
            yield return new OrderMoment(at, $"duyệt {what}", obstacle, row.ApprovedBy);
        }
    }

    /// <summary>Of the events, those that no row tells.</summary>
    private static OrderMoment? MomentOf(FeedEvent row)
    {
        if (row.Type == StateChanged)
        {
            var changed = JsonSerializer.Deserialize(row.Body, PaymentJson.Default.OrderStateChanged)!;
            return new OrderMoment(row.At, "trạng thái", $"{PaymentWords.Of(changed.From)} → {PaymentWords.Of(changed.State)}", null);
        }

        if (row.Type == ReceiptIsMissing) return new OrderMoment(row.At, "chưa có biên lai", "", null);
        if (row.Type != GivenUp) return null;
        var givenUp = JsonSerializer.Deserialize(row.Body, PaymentJson.Default.ConfirmationGivenUp)!;
        return new OrderMoment(row.At, "thôi báo cho bộ ngành", PaymentWords.Of(givenUp.State), givenUp.System);
    }
}
