using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Payments.Desk;

/// <summary>Something that happened to an order.</summary>
/// <param name="At">When.</param>
/// <param name="What">What it was, for operators.</param>
/// <param name="Detail">Its figures.</param>
/// <param name="By">The partner, or the account.</param>
public sealed record OrderMoment(DateTimeOffset At, string What, string Detail, string? By);

/// <summary>What happened to an order, in the order of time, from all that was kept of it.</summary>
public sealed class OrderTimeline
{
    private static readonly string StateChanged = MessageNameAttribute.Of(typeof(OrderStateChanged));
    private static readonly string ReceiptIsMissing = MessageNameAttribute.Of(typeof(ReceiptMissing));
    private static readonly string GivenUp = MessageNameAttribute.Of(typeof(ConfirmationGivenUp));

    private readonly bool _english;

    private OrderTimeline(bool english) => _english = english;

    /// <summary>The moments, the earliest first.</summary>
    /// <param name="file">All that is known of the order.</param>
    /// <param name="english">Whether they are told in English.</param>
    public static IReadOnlyList<OrderMoment> Of(OrderFile file, bool english = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. new OrderTimeline(english).MomentsOf(file).OrderBy(moment => moment.At)];
    }

    /// <summary>The states that an order went through, the earliest first, as far as its events are still kept.</summary>
    public static IReadOnlyList<(OrderState From, OrderState To)> WayOf(OrderFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. file.Events.Where(row => row.Type == StateChanged).Select(ChangeOf).Select(change => (change.From, change.State))];
    }

    private IEnumerable<OrderMoment> MomentsOf(OrderFile file)
    {
        var order = file.Details.Order;
        return
        [
            new(order.CreatedAt, Say("lập khoản thu", "order made"), order.Amount.ToString(), order.Account),
            .. file.Details.Attempts.Select(attempt => new OrderMoment(attempt.StartedAt, Say("bắt đầu thanh toán", "payment begun"), "", attempt.Partner)),
            .. file.Callbacks.Select(callback => new OrderMoment(
                callback.ReceivedAt, Say("đối tác gọi", "callback"), $"{callback.Identity}: {callback.Outcome}", callback.Partner)),
            .. file.Details.Transactions.Select(row => new OrderMoment(
                row.PaidAt, $"{Say("giao dịch", "transaction")}: {PaymentWords.Of(row.Result, _english)}",
                $"{row.TransactionNo} {row.Amount} ({PaymentWords.Of(row.Source, _english)})"
                    + (row.IsClaimed ? Say(", trùng số với khoản thu khác", ", the number is another order's") : ""),
                row.Partner)),
            .. file.Details.Refunds.Select(row => new OrderMoment(
                row.Since,
                $"{Say("hoàn tiền lần", "refund")} {row.Number.ToString(CultureInfo.InvariantCulture)}: {PaymentWords.Of(row.State, _english)}",
                $"{row.Amount}, {PaymentWords.Of(row.Cause, _english)}{(row.Reason is null ? "" : $", {row.Reason}")}", row.Partner)),
            .. file.Decisions.SelectMany(MomentsOf),
            .. file.Ledger.Select(entry => new OrderMoment(
                entry.BookedAt, $"{Say("bút toán", "ledger")}: {PaymentWords.Of(entry.Kind, _english)}", $"{entry.Amount} {entry.From} → {entry.To}",
                entry.Partner)),
            .. file.Inquiries.Select(row => new OrderMoment(
                row.FoundAt, $"{Say("sai lệch", "difference")}: {PaymentWords.Of(row.Kind, _english)}",
                $"{row.Difference}: {Say("có", "have")} {row.Expected}, {Say("thấy", "found")} {row.Found}", row.Partner)),
            .. file.Steps.Select(row =>
                new OrderMoment(row.Step.At, PaymentWords.Of(row.Step.Step, _english), $"{row.Difference}: {row.Step.Text}", row.Step.By)),
            .. file.Events.Select(MomentOf).OfType<OrderMoment>(),
        ];
    }

    private IEnumerable<OrderMoment> MomentsOf(RefundDecisionRow row)
    {
        var what = $"{Say("quyết định hoàn số", "refund decision")} {row.Decision.DecisionNumber} {Say("ngày", "of")} {PaymentWords.Day(row.Decision.DecisionDate)}";
        yield return new OrderMoment(
            row.RequestedAt, $"{Say("ghi", "recorded:")} {what}", $"{row.Decision.Amount}, {row.Decision.Reason}", row.Decision.RequestedBy);
        if (row.ApprovedAt is { } at)
        {
            var obstacle = row.Obstacle is { } cause ? $"{Say("không thực hiện được", "cannot be carried out")}: {PaymentWords.Of(cause, _english)}" : "";
            yield return new OrderMoment(at, $"{Say("duyệt", "approved:")} {what}", obstacle, row.ApprovedBy);
        }
    }

    /// <summary>Of the events, those that no row tells.</summary>
    private OrderMoment? MomentOf(FeedEvent row)
    {
        if (row.Type == StateChanged)
        {
            var changed = ChangeOf(row);
            return new OrderMoment(
                row.At, Say("trạng thái", "state"), $"{PaymentWords.Of(changed.From, _english)} → {PaymentWords.Of(changed.State, _english)}", By: null);
        }

        if (row.Type == ReceiptIsMissing) return new OrderMoment(row.At, Say("chưa có biên lai", "receipt is missing"), "", By: null);
        if (row.Type != GivenUp) return null;
        var givenUp = JsonSerializer.Deserialize(row.Body, PaymentJson.Default.ConfirmationGivenUp)!;
        return new OrderMoment(
            row.At, Say("thôi báo cho bộ ngành", "confirmation to the ministry given up"), PaymentWords.Of(givenUp.State, _english), givenUp.System);
    }

    private static OrderStateChanged ChangeOf(FeedEvent row) => JsonSerializer.Deserialize(row.Body, PaymentJson.Default.OrderStateChanged)!;

    private string Say(string vietnamese, string inEnglish) => _english ? inEnglish : vietnamese;
}
