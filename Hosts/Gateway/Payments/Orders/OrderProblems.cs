using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Problems;

namespace DichVuCong.Gateway.Payments.Orders;

/// <summary>What the endpoints of orders refuse with.</summary>
internal static class OrderProblems
{
    private static readonly Dictionary<OrderState, (string Code, string Title)> Over = new()
    {
        [OrderState.Expired] = ("order-expired", "Đã hết hạn thanh toán"),
        [OrderState.Cancelled] = ("order-cancelled", "Khoản thu đã được cơ quan hủy"),
        [OrderState.Paid] = ("order-paid", "Khoản thu đã được thanh toán"),
        [OrderState.Settled] = ("order-paid", "Khoản thu đã được thanh toán"),
        [OrderState.Refunded] = ("order-refunded", "Khoản thu đã được hoàn tiền"),
    };

    /// <summary>Why an order cannot be paid any more; null when it can.</summary>
    public static Problem? OverOf(OrderState state, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        var isLate = expiresAt <= now && !Over.ContainsKey(state);
        if (!isLate && !Over.ContainsKey(state)) return null;
        var (code, title) = Over[isLate ? OrderState.Expired : state];
        return new Problem { Code = code, Title = title, Status = StatusCodes.Status409Conflict, Detail = "Vui lòng không thanh toán khoản này nữa." };
    }

    public static Problem UnknownPartner(IEnumerable<string> known) => new()
    {
        Code = "partner-unknown",
        Title = "Không có đơn vị thanh toán này",
        Status = StatusCodes.Status422UnprocessableEntity,
        Field = "partner",
        Detail = $"Chọn một trong: {string.Join(", ", known)}.",
    };

    /// <summary>The partner will not take this order; its own words are not for citizens.</summary>
    public static Problem PartnerRefused(string partner) => new()
    {
        Code = "partner-refused",
        Title = "Đơn vị thanh toán không nhận khoản thu này",
        Status = StatusCodes.Status422UnprocessableEntity,
        Field = "partner",
        Detail = $"{partner} không thanh toán được khoản này. Vui lòng chọn đơn vị khác.",
    };

    public static Problem PartnerAway(string partner) => new()
    {
        Code = "partner-unavailable",
        Title = "Đơn vị thanh toán tạm thời không phục vụ",
        Status = StatusCodes.Status503ServiceUnavailable,
        Field = "partner",
        Detail = $"{partner} chưa trả lời. Vui lòng thử lại sau hoặc chọn đơn vị khác.",
    };

    public static Problem Faulty(IReadOnlyList<FieldProblem> faults) => new()
    {
        Code = "fields-faulty",
        Title = "Nội dung gửi lên chưa đúng",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = "Vui lòng sửa các nội dung được liệt kê rồi gửi lại.",
        Deficiencies = faults,
    };

    public static Problem Conflict(string field, string what) => new()
    {
        Code = "already-recorded",
        Title = "Đã được ghi nhận với nội dung khác",
        Status = StatusCodes.Status409Conflict,
        Field = field,
        Detail = what,
    };
}
