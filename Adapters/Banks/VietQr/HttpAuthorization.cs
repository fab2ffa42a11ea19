using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>The Authorization header in the two forms that VietQR uses.</summary>
internal static class HttpAuthorization
{
    private const int MaxLength = 1024;

    /// <summary>User and password of Basic; null when the header is none.</summary>
    public static (string User, string Password)? Basic(CallbackRequest request)
    {
        if (Credentials(request, "Basic ") is not { } encoded) return null;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length) || CallbackText.OfUtf8(bytes.AsSpan(0, length)) is not { } text) return null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }

    /// <summary>The token of Bearer; null when the header is none.</summary>
    public static string? Bearer(CallbackRequest request) => Credentials(request, "Bearer ") is { Length: > 0 } token ? token : null;

    /// <summary>The header of Basic.</summary>
    public static string OfBasic(string user, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    private static string? Credentials(CallbackRequest request, string scheme) =>
        request.Header("Authorization") is { Length: <= MaxLength } header && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? header[scheme.Length..].Trim()
            : null;
}
