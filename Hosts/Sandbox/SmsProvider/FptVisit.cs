using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Ledger;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>Somebody hands a message over to FPT. It knows a text again for five minutes.</summary>
internal sealed class FptVisit(JsonRequest request, NoticeBook notices, FptTokenBook tokens) : IVisit
{
    /// <summary>Client and secret of development.</summary>
    public const string Account = "dev-fpt";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (fault == FaultKind.TokenEnded) tokens.Expire(request["access_token"]);
        if (!tokens.IsGood(request["access_token"], request["session_id"])) return Error(1013, "access_token has expired");
        if (fault == FaultKind.Refuse) return Error(2518, "content does not match a template");
        if (request["BrandName"].Length == 0) return Error(2513, "brandname is not declared");
        if (!request["Phone"].StartsWith("84", StringComparison.Ordinal) || Text is not { Length: > 0 } text) return Error(2600, "wrong phone or message");
        return notices.Take(NoticeChannel.Sms, request["Phone"], text, Window, Parties.SmsFpt)
            ? NoticeProviderEndpoints.Json(new JsonObject { ["MessageId"] = Guid.NewGuid().ToString("N"), ["Phone"] = request["Phone"], ["BrandName"] = request["BrandName"] })
            : Error(2501, "duplicate message");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{request["Phone"]}|{Text}";

    private string? Text
    {
        get
        {
            var bytes = new byte[request["Message"].Length];
            return Convert.TryFromBase64String(request["Message"], bytes, out var length) ? Encoding.UTF8.GetString(bytes.AsSpan(0, length)) : null;
        }
    }

    /// <summary>Always with status 200: only the code tells.</summary>
    private static HttpAnswer Error(int code, string text) =>
        NoticeProviderEndpoints.Json(new JsonObject { ["error"] = code, ["error_description"] = text });
}
