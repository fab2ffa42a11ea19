using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.Problems;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.Dossiers;

/// <summary>A routing that leads to no one agency, told to the caller: 422 with a stable code.</summary>
internal static class RoutingProblems
{
    /// <summary>The problem of an answer.</summary>
    /// <exception cref="ArgumentException">The answer is no problem.</exception>
    public static Problem Of(RoutingAnswer answer) => answer switch
    {
        RoutingAnswer.Nobody nobody => Make(
            "nobody-competent", "Không xác định được cơ quan có thẩm quyền", FieldOf(nobody.Cause), SentenceOf(nobody.Cause)),
        RoutingAnswer.Several several => Make(
            "several-competent", "Có nhiều cơ quan có thẩm quyền", "level", "Cần nêu rõ cấp thực hiện (level), cơ quan (agency) hoặc trường hợp (procedureCase).") with
        {
            Candidates =
            [
                .. several.Candidates.Select(candidate => new CandidateView(
                    candidate.Agency.Code.Value, candidate.Agency.Name, EnumWord<AdministrativeLevel>.Of(candidate.Level))),
            ],
        },
        RoutingAnswer.Closed closed => Make(
            "agency-closed", "Cơ quan đã kết thúc hoạt động", "agency",
            closed.Successor is { } successor
                ? $"{closed.Agency.Name} không còn tiếp nhận hồ sơ mới; cơ quan kế thừa là {successor.Name} ({successor.Code})."
                : $"{closed.Agency.Name} không còn tiếp nhận hồ sơ mới.") with
        {
            Successor = closed.Successor is { } next ? new AgencyView(next.Code.Value, next.Name) : null,
        },
        RoutingAnswer.UnknownProcedure => Make("unknown-procedure", "Không có thủ tục hành chính này", "procedureCode", "Mã thủ tục không có trong cơ sở dữ liệu."),
        RoutingAnswer.UnknownPlace => Make(
            "unknown-place", "Không có địa bàn này", "place", "Mã tỉnh, xã phải theo danh mục đơn vị hành chính từ 01/7/2025."),
        RoutingAnswer.ChannelNotOffered offered => Make(
            "channel-not-offered", "Thủ tục không được nộp qua hình thức này", "channel",
            offered.Offered.Count == 0
                ? "Thủ tục này chưa công bố cách thức thực hiện, không nộp trực tuyến được."
                : $"Thủ tục này chỉ được nộp: {string.Join(", ", offered.Offered.Select(NameOf))}."),
        RoutingAnswer.NoSystem => Make(
            "no-system", "Chưa có hệ thống một cửa phục vụ cơ quan", "agency", "Cơ quan có thẩm quyền chưa được kết nối với hệ thống thông tin giải quyết thủ tục."),
        _ => throw new ArgumentException($"{answer.GetType().Name} is not a problem.", nameof(answer)),
    };

    /// <summary>
    /// Whether a counter dossier goes to the coordination queue instead of being refused: nobody, or several, are competent. What the officer
    /// at the counter can put right himself is refused to him.
    /// </summary>
    public static bool IsForCoordination(RoutingAnswer answer) => answer switch
    {
        RoutingAnswer.Several or RoutingAnswer.NoSystem => true,
        RoutingAnswer.Nobody nobody => nobody.Cause is not (RoutingCause.LevelNotPerformed or RoutingCause.UnknownCase or RoutingCause.PlaceNeeded
            or RoutingCause.CommuneNeeded or RoutingCause.UnknownAgency or RoutingCause.AgencyNotCompetent or RoutingCause.UnknownReceivingUnit),
        _ => false,
    };

    private static Problem Make(string code, string title, string field, string detail) =>
        new() { Code = code, Title = title, Status = StatusCodes.Status422UnprocessableEntity, Field = field, Detail = detail };

    private static string FieldOf(RoutingCause cause) => cause switch
    {
        RoutingCause.LevelNotPerformed or RoutingCause.NoLevel => "level",
        RoutingCause.UnknownCase => "procedureCase",
        RoutingCause.UnknownAgency or RoutingCause.AgencyNotCompetent => "agency",
        RoutingCause.UnknownReceivingUnit => "receivingUnit",
        RoutingCause.CommuneNeeded => "place.commune",
        _ => "place",
    };

    private static string SentenceOf(RoutingCause cause) => cause switch
    {
        RoutingCause.LevelNotPerformed => "Thủ tục không được thực hiện ở cấp này.",
        RoutingCause.UnknownCase => "Trường hợp của thủ tục không có trong cơ sở dữ liệu.",
        RoutingCause.PlaceNeeded => "Cần nêu địa bàn (place) để xác định cơ quan.",
        RoutingCause.CommuneNeeded => "Cần nêu xã, phường, đặc khu (place.commune) để xác định cơ quan.",
        RoutingCause.UnknownAgency or RoutingCause.UnknownReceivingUnit => "Không có cơ quan nào mang mã này.",
        RoutingCause.AgencyNotCompetent => "Cơ quan được nêu không có thẩm quyền giải quyết thủ tục này tại địa bàn.",
        _ => "Chưa có cấu hình điều hướng cho thủ tục này tại địa bàn.",
    };

    private static string NameOf(FilingChannel channel) => channel switch
    {
        FilingChannel.Online => "trực tuyến (online)",
        FilingChannel.Direct => "trực tiếp (direct)",
        _ => "qua bưu chính công ích (post)",
    };
}
