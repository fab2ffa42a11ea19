using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DichVuCong.Gateway.Identity.HandOvers;

/// <summary>What a ticket says (RFC 7519). Nothing of who it is for: it travels in an address.</summary>
/// <param name="Iss">Who issued it: this gateway's public address.</param>
/// <param name="Aud">The system that may redeem it.</param>
/// <param name="Jti">Its id.</param>
/// <param name="Iat">When it was issued, in seconds.</param>
/// <param name="Exp">When it ends, in seconds.</param>
/// <param name="Use">citizen or officer.</param>
internal sealed record TicketClaims(string Iss, string Aud, string Jti, long Iat, long Exp, string Use);

/// <summary>The header of a ticket.</summary>
internal sealed record TicketHeader(string Alg, string Kid, string Typ);

/// <summary>How tickets are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TicketClaims))]
[JsonSerializable(typeof(TicketHeader))]
internal sealed partial class TicketJson : JsonSerializerContext;

/// <summary>
/// A ticket as text: a JSON Web Signature in its compact form, ES256 and nothing else. What a header says of another algorithm is not listened to.
/// </summary>
internal static class TicketText
{
    /// <summary>The longest that is read.</summary>
    public const int MaxLength = 2048;

    private const string Algorithm = "ES256";
    private const string Kind = "dvc-ticket+jwt";

    /// <summary>Writes a ticket.</summary>
    public static string Write(TicketClaims claims, string keyId, Func<byte[], byte[]> sign)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new TicketHeader(Algorithm, keyId, Kind), TicketJson.Default.TicketHeader);
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, TicketJson.Default.TicketClaims))}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Reads one; null when it is none, or not signed as it says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="verify">Whether a signature is that of a key, at the time at which the ticket says that it was issued.</param>
    public static TicketClaims? Read(string? text, Func<string, DateTimeOffset, byte[], byte[], bool> verify)
    {
        if (text is null or { Length: > MaxLength } || text.Split('.') is not [var header, var claims, var signature]) return null;
        if (Part(header, TicketJson.Default.TicketHeader) is not { Alg: Algorithm, Typ: Kind, Kid: { Length: > 0 } keyId }) return null;
        if (Part(claims, TicketJson.Default.TicketClaims) is not { Aud: not null, Jti: not null } read || !IsTime(read.Iat) || !IsTime(read.Exp)) return null;
        if (!Base64Url.IsValid(signature)) return null;
        return verify(keyId, DateTimeOffset.FromUnixTimeSeconds(read.Iat), Encoding.ASCII.GetBytes($"{header}.{claims}"), Base64Url.DecodeFromChars(signature)) ? read : null;
    }

    private static bool IsTime(long seconds) => seconds is > 0 and < 253_402_300_799;

    private static T? Part<T>(string text, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        if (!Base64Url.IsValid(text)) return null;
        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
