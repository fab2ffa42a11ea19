using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Json;
using DichVuCong.Adapters.OneStop.Wire.Shapes;

namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>
/// The replies of a one-stop system to the portal, as known systems write them (2.8, 4.2): for the sandbox. <c>message</c> begins with the
/// dossier's code and a bar.
/// </summary>
public static class AgencyReplies
{
    /// <summary>The dossier is stored.</summary>
    public static byte[] Stored(ReplyStyle style, string maHoSo) => Of(style, code: 0, maHoSo, "Tiếp nhận hồ sơ thành công");

    /// <summary>The dossier was there already, and the call was none of an update.</summary>
    public static byte[] AlreadyThere(ReplyStyle style, string maHoSo) => Of(style, code: 1, maHoSo, "Hồ sơ đã tồn tại");

    /// <summary>The dossier is not taken.</summary>
    public static byte[] Refused(ReplyStyle style, string maHoSo, string text) => Of(style, code: -1, maHoSo, text);

    /// <summary>The answer to the portal's question for a dossier that is there: its fields, without an envelope.</summary>
    public static byte[] Found(DossierSummary dossier) => JsonBytes.Of(writer => WireShape<DossierSummary>.Instance.Write(writer, dossier));

    /// <summary>The answer to the portal's question for a dossier that is not there.</summary>
    public static byte[] NotFound(ReplyStyle style) => ReplyBody.Of(style, code: -1, "Không tìm thấy hồ sơ", static _ => { });

    private static byte[] Of(ReplyStyle style, int code, string maHoSo, string text) =>
        ReplyBody.Of(style, code, $"{maHoSo}| {text}", static _ => { });
}
