using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>Why a call, or one item of it, is refused after it could be read. The codes are stable; no text says "thành công" (1.3).</summary>
internal static class CallFaults
{
    public static readonly WireFault TooManyLogins = new("login.tooMany", "username", "Đăng nhập sai quá nhiều lần, đề nghị thử lại sau.");

    public static readonly WireFault NoSystem = new("login.noSystem", "username", "Tài khoản chưa được gắn với hệ thống một cửa đang hoạt động.");

    public static readonly WireFault TokenRefused = new("proxy.token.invalid", "Authorization", "Thông tin xác thực trong Authorization không hợp lệ hoặc đã hết hạn.");

    public static readonly WireFault NotTrusted =
        new("proxy.caller.unknown", "Authorization", "Không xác định được đơn vị gọi: cần Authorization, hoặc gọi từ địa chỉ mạng đã đăng ký cho mã đơn vị.");

    public static readonly WireFault AgencyNotNamed =
        new("proxy.agency.missing", "MaDinhDanhDV", "Địa chỉ mạng này dùng chung cho nhiều đơn vị: cần Authorization, MaDinhDanhDV hoặc madonvi.");

    public static readonly WireFault ServiceElsewhere = new("envelope.service.wrongEndpoint", "service", "Dịch vụ này không được gọi ở địa chỉ này.");

    public static readonly WireFault SpeakerMissing = new("envelope.madonvi.missing", "madonvi", "Trường madonvi là bắt buộc nhưng không có giá trị.");

    public static readonly WireFault SpeakerMalformed = new("envelope.madonvi.malformed", "madonvi", "Trường madonvi phải là mã định danh cơ quan.");

    public static readonly WireFault IsUpdatingMissing =
        new("envelope.isUpdating.missing", "isUpdating", "Trường isUpdating là bắt buộc: \"True\" khi cập nhật, \"False\" khi thêm mới.");

    public static readonly WireFault NumberMalformed =
        new("envelope.mstorcmnd.malformed", "mstorcmnd", "Trường mstorcmnd phải là số định danh, CMND hoặc mã số thuế.");

    public static readonly WireFault NotStorable = new("refused", "data", "Dữ liệu không lưu được, đề nghị liên hệ đơn vị vận hành.");

    public static WireFault SpeakerUnknown(AgencyCode code) =>
        new("envelope.madonvi.unknown", "madonvi", $"Mã đơn vị {code} không có trong danh mục cơ quan.");

    public static WireFault SpeakerNotYours(Agency agency) =>
        new("envelope.madonvi.notYours", "madonvi", $"Tài khoản không được gửi thay {agency.Name} ({agency.Code}).");

    /// <summary>A dossier of an agency that another system serves, or one that another system has.</summary>
    public static WireFault DossierNotYours(string path) =>
        new("dossier.MaHoSo.notYours", $"{path}MaHoSo", "Hồ sơ thuộc cơ quan hoặc hệ thống khác, không được cập nhật từ tài khoản này.");

    /// <summary>A code that is in the registry for somebody else.</summary>
    public static WireFault CodeTaken(string path) =>
        new("dossier.MaHoSo.taken", $"{path}MaHoSo", "Mã hồ sơ đã được cấp cho hồ sơ của cơ quan khác, đề nghị dùng mã khác.");

    public static WireFault ProcedureNotYours(string path, ProcedureCode procedure) =>
        new("dossier.MaTTHC.notYours", $"{path}MaTTHC", $"Thủ tục {procedure} của cơ quan này do hệ thống khác tiếp nhận.");

    /// <summary>A new dossier for an agency that is closed (issue: the refusal names the successor).</summary>
    public static WireFault AgencyClosed(string path, Agency agency, Agency? successor) =>
        new("dossier.agency.closed", $"{path}MaHoSo", successor is null
            ? $"{agency.Name} ({agency.Code}) đã kết thúc hoạt động, không nhận hồ sơ mới."
            : $"{agency.Name} ({agency.Code}) đã kết thúc hoạt động, không nhận hồ sơ mới; cơ quan kế thừa là {successor.Name} ({successor.Code}).");
}
