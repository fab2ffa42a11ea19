using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DichVuCong.Adapters.Banks.Configuration;

namespace DichVuCong.Abuse.Tests.Http;

/// <summary>
/// Signs an input where it says so, after it was spoilt and filled: <c>{{hash:vnpay}}</c> in the query, <c>{{hash:bank}}</c> in a header and
/// <c>{{hash:platform}}</c> in the body become what the partner would have written there. An input that was kept is signed anew when it is put in again.
/// </summary>
internal static class InputSignatures
{
    private const string Vnpay = "{{hash:vnpay}}";
    private const string Bank = "{{hash:bank}}";
    private const string Platform = "{{hash:platform}}";

    private static readonly string[] InitOrder =
    [
        "LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "SoTien", "LoaiHinhThanhToan", "MaKenhThanhToan", "MaThietBi", "NgonNgu", "MaTienTe",
        "MaNganHang", "ThongTinGiaoDich", "ThoiGianGD", "Ip",
    ];

    private static readonly string[] QueryOrder = ["LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD"];

    /// <summary>The order of the platform's replies and of its callback.</summary>
    private static readonly string[] ReplyOrder =
    [
        "LoaiBanTin", "MaLoi", "MaDoiTac", "MaThamChieu", "SoTien", "MaTienTe", "MaGiaoDich", "MaNganHang", "ThoiGianGD", "ThongTinGiaoDich",
    ];

    /// <summary>The call and its body with the signatures that they ask for.</summary>
    public static (HttpDraft Call, byte[] Body) Sign(HttpDraft call, byte[] body)
    {
        body = SignPlatform(body);
        if (call.Target.Contains(Vnpay, StringComparison.Ordinal)) call = call with { Target = call.Target.Replace(Vnpay, OfQuery(call.Target), StringComparison.Ordinal) };
        if (call.Headers.Any(header => header.Value.Contains(Bank, StringComparison.Ordinal)))
        {
            var hash = OfBank(body);
            call = call with { Headers = [.. call.Headers.Select(header => (header.Name, header.Value.Replace(Bank, hash, StringComparison.Ordinal)))] };
        }

        return (call, body);
    }

    /// <summary>A query of VNPAY's, signed where it says so.</summary>
    public static byte[] SignQuery(string query) => Encoding.UTF8.GetBytes(query.Replace(Vnpay, OfQuery("?" + query), StringComparison.Ordinal));

    /// <summary>An answer of VNPAY's API, signed in an order of its own where it says so.</summary>
    public static string SignAnswer(string json, IReadOnlyList<string> order)
    {
        if (!json.Contains(Vnpay, StringComparison.Ordinal)) return json;
        try
        {
            using var document = JsonDocument.Parse(json);
            var text = string.Join('|', order.Select(name => MemberOf(document.RootElement, name)));
            var hash = HMACSHA512.HashData(Encoding.UTF8.GetBytes(DevelopmentDefaults.VnpaySecret), Encoding.UTF8.GetBytes(text));
            return json.Replace(Vnpay, Convert.ToHexStringLower(hash), StringComparison.Ordinal);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Neither could its sender have signed it.
            return json;
        }
    }

    /// <summary>A message of the platform's, signed where it says so.</summary>
    public static byte[] SignPlatform(byte[] body) => body.AsSpan().IndexOf("{{hash:platform}}"u8) >= 0 ? OfPlatform(body) : body;

    /// <summary>The HMAC of our own form over a body.</summary>
    public static string OfBank(byte[] body) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(DevelopmentDefaults.BankFormSecret), body));

    /// <summary>Whether a reply of the platform bears the MaXacThuc of its own values.</summary>
    public static bool FitsPlatform(JsonElement reply) =>
        MemberOf(reply, "MaXacThuc") == Sha256([.. ReplyOrder.Select(name => MemberOf(reply, name)), DevelopmentDefaults.PlatformSecret]);

    /// <summary>HMAC-SHA512 over the vnp_* parameters as they stand, sorted by name (banks.md 2).</summary>
    private static string OfQuery(string target)
    {
        var signed = target[(target.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(raw => (Name: WebUtility.UrlDecode(raw.Split('=')[0]), Raw: raw))
            .Where(one => one.Name.StartsWith("vnp_", StringComparison.Ordinal) && !one.Name.StartsWith("vnp_SecureHash", StringComparison.Ordinal))
            .OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => one.Raw);
        return Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(DevelopmentDefaults.VnpaySecret), Encoding.UTF8.GetBytes(string.Join('&', signed))));
    }

    /// <summary>SHA-256 of the message's fields in its order, joined by pipes with the secret last. What is no JSON object stays unsigned.</summary>
    private static byte[] OfPlatform(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var order = MemberOf(document.RootElement, "LoaiBanTin") switch
            {
                "INIT" => InitOrder,
                "QUERY" or "GET_BILL" => QueryOrder,
                _ => ReplyOrder,
            };
            var hash = Sha256([.. order.Select(name => MemberOf(document.RootElement, name)), DevelopmentDefaults.PlatformSecret]);
            return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body).Replace(Platform, hash, StringComparison.Ordinal));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Neither could its sender have signed it.
            return body;
        }
    }

    private static string Sha256(string?[] values) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', values))));

    private static string? MemberOf(JsonElement holder, string name)
    {
        if (holder.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in holder.EnumerateObject().Where(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.True => bool.TrueString,
                JsonValueKind.False => bool.FalseString,
                JsonValueKind.Number => member.Value.GetRawText(),
                _ => null,
            };
        }

        return null;
    }
}
