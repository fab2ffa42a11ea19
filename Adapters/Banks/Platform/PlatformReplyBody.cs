using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>Writes a reply in one of its two forms.</summary>
internal static class PlatformReplyBody
{
    private const int Ok = 200;

    /// <summary>The reply.</summary>
    public static CallbackReply Of(PlatformReplyForm form, IReadOnlyDictionary<string, string?> fields)
    {
        var direct = PartnerJson.Write(fields.Select(field => (field.Key, field.Value)));
        if (form is PlatformReplyForm.Direct) return CallbackReply.Json(Ok, direct);
        var errorCode = fields[PlatformNames.MaLoi] == PlatformResults.Success ? "0" : "-1";
        return CallbackReply.Json(Ok, PartnerJson.Write([("error_code", errorCode), ("message", Encoding.UTF8.GetString(direct))]));
    }
}
