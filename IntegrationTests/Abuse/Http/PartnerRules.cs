using System.Text;
using System.Text.Json;
using DichVuCong.Abuse.Tests.Mutation;

namespace DichVuCong.Abuse.Tests.Http;

/// <summary>
/// The replies that payment partners agreed on, each with its codes and the status that belongs to each. "Try again" is none of them: no input may
/// bring it about.
/// </summary>
internal static class PartnerRules
{
    /// <summary>The members of a reply, its codes with their status, and whether a code is a success.</summary>
    private sealed record Form(string Code, string[] Members, Dictionary<string, int> Statuses);

    private static readonly Form Vnpay = new("RspCode", ["RspCode", "Message"], new(StringComparer.Ordinal)
    {
        ["00"] = 200,
        ["01"] = 200,
        ["02"] = 200,
        ["04"] = 200,
        ["97"] = 200,
        ["99"] = 200,
    });

    private static readonly Form BankForm = new("code", ["code", "message", "receipt"], new(StringComparer.Ordinal)
    {
        ["00"] = 200,
        ["01"] = 200,
        ["02"] = 200,
        ["03"] = 400,
        ["04"] = 200,
        ["97"] = 401,
    });

    private static readonly Form VietQr = new("errorReason", ["error", "errorReason", "toastMessage", "object"], new(StringComparer.Ordinal)
    {
        ["000"] = 200,
        ["E01"] = 200,
        ["E03"] = 400,
        ["E04"] = 200,
        ["E97"] = 401,
    });

    private static readonly Form Platform = new(
        "MaLoi",
        [
            "LoaiBanTin", "MaLoi", "MoTaLoi", "MaDoiTac", "MaThamChieu", "SoTien", "MaTienTe", "MaGiaoDich", "MaNganHang", "ThoiGianGD", "ThongTinGiaoDich",
            "MaXacThuc", "TrangThaiGD", "UrlThanhToan", "URLBienLai",
        ],
        // 01 and 03 are states of a payment, behind QUERY.
        new(StringComparer.Ordinal) { ["00"] = 200, ["01"] = 200, ["02"] = 200, ["03"] = 200, ["07"] = 200 });

    /// <summary>The platform's reply says again what it answers to (5.2): in these members alone.</summary>
    private static readonly string[] Repeated = ["LoaiBanTin", "MaDoiTac", "MaThamChieu", "SoTien", "MaTienTe", "MaNganHang", "ThoiGianGD", "ThongTinGiaoDich"];

    /// <summary>The rule that a reply breaks; null when it breaks none.</summary>
    public static string? Broken(RawAnswer answer, AnswerShape shape)
    {
        if (answer["retry-after"].Length > 0) return $"'try again', status {answer.Status}";
        if (!answer["content-type"].StartsWith("application/json", StringComparison.Ordinal)) return $"a reply of type '{answer["content-type"]}'";
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.ValueKind != JsonValueKind.Object ? "a reply that is no object" : BrokenReply(answer.Status, document.RootElement, shape);
        }
        catch (JsonException)
        {
            return "a reply that is no JSON";
        }
    }

    /// <summary>A page for a payer's browser: HTML that repeats nothing, or the way on to the partner.</summary>
    public static string? BrokenPage(RawAnswer answer)
    {
        if (answer.Status is 302)
        {
            return Uri.TryCreate(answer["location"], UriKind.Absolute, out var on) && on.AbsolutePath.EndsWith("/vpcpay.html", StringComparison.Ordinal) && IsSilent(answer["location"])
                ? null
                : "a way on that leads elsewhere";
        }

        if (answer.Status != 200 || !answer["content-type"].StartsWith("text/html", StringComparison.Ordinal)) return $"a page of status {answer.Status}, type '{answer["content-type"]}'";
        var text = Encoding.UTF8.GetString(answer.Body);
        if (!text.StartsWith("<!doctype html>", StringComparison.Ordinal)) return "a page that is no HTML";
        return IsSilent(text) ? null : "a page that repeats what was sent";
    }

    private static string? BrokenReply(int status, JsonElement reply, AnswerShape shape) => shape switch
    {
        AnswerShape.Vnpay => BrokenForm(status, reply, Vnpay, []),
        AnswerShape.BankForm => BrokenForm(status, reply, BankForm, []),
        AnswerShape.VietQr => BrokenForm(status, reply, VietQr, []) ?? BrokenVietQr(reply),
        AnswerShape.VietQrToken => BrokenToken(status, reply),
        _ => BrokenForm(status, reply, Platform, Repeated) ?? BrokenPlatform(reply),
    };

    private static string? BrokenForm(int status, JsonElement reply, Form form, string[] repeated)
    {
        if (Text(reply, form.Code) is not { } code || !form.Statuses.TryGetValue(code, out var agreed)) return $"a reply without one of the agreed codes in {form.Code}";
        if (agreed != status) return $"{form.Code} {code} with status {status}";
        foreach (var member in reply.EnumerateObject())
        {
            if (!form.Members.Contains(member.Name)) return "a member that the form does not have";
            if (!repeated.Contains(member.Name) && !IsSilent(member.Value.GetRawText())) return $"{member.Name} repeats what was sent";
        }

        // Which success it is, is told by a number of ours.
        if (form == BankForm && code is "00" or "02" && Text(reply, "receipt") is not { Length: 22 }) return "a success without its receipt";
        return null;
    }

    private static string? BrokenVietQr(JsonElement reply)
    {
        var isError = reply.GetProperty("error").GetBoolean();
        if (isError == (Text(reply, "errorReason") == "000")) return "an error that is none";
        return isError == (reply.GetProperty("object").ValueKind == JsonValueKind.Null) ? null : "an object where there is none";
    }

    private static string? BrokenToken(int status, JsonElement reply)
    {
        if (!IsSilent(reply.GetRawText())) return "a reply that repeats what was sent";
        if (status == 401) return Text(reply, "status") == "FAILED" && Text(reply, "message") == "E74" ? null : "a refusal that is not VietQR's";
        var isToken = status == 200 && Text(reply, "access_token") is { Length: > 20 } && Text(reply, "token_type") == "Bearer" && reply.GetProperty("expires_in").GetInt64() > 0;
        return isToken ? null : $"status {status} without a token";
    }

    private static string? BrokenPlatform(JsonElement reply)
    {
        var code = Text(reply, "MaLoi");
        if (code is "00" or "01" or "03" && !reply.TryGetProperty("MaXacThuc", out _)) return $"MaLoi {code} without MaXacThuc";
        // Who did not prove who he is gets nothing signed.
        if (code == "07") return reply.TryGetProperty("MaXacThuc", out _) ? "MaLoi 07 with a MaXacThuc" : null;
        return !reply.TryGetProperty("MaXacThuc", out _) || InputSignatures.FitsPlatform(reply) ? null : "a MaXacThuc that is not the reply's";
    }

    private static bool IsSilent(string text) => !text.Contains(Nasty.Canary, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
