using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>
/// Our <c>POST {base}/api/token_generate</c> (A3): Basic in, a Bearer token out. The host draws the token and keeps it for
/// <see cref="VietQrSettings.TokenLifetime"/>.
/// </summary>
/// <param name="settings">The settings, valid.</param>
public sealed class VietQrTokenEndpoint(VietQrSettings settings)
{
    private readonly KeyRing<SecretKey> _passwords = settings.InboundKeys();

    /// <summary>Whether the caller gives the user and password agreed.</summary>
    public bool Accepts(CallbackRequest request)
    {
        if (request.Method != "POST" || HttpAuthorization.Basic(request) is not { } given) return false;
        // All of it is compared whatever differs first, so that the time tells nothing about which.
        var isUser = ConstantTime.TextEquals(given.User, settings.InboundUser);
        var isPassword = false;
        foreach (var password in _passwords.ActiveAt(request.ReceivedAt)) isPassword |= ConstantTime.TextEquals(given.Password, password.Reveal());
        return isUser & isPassword;
    }

    /// <summary>The reply with a token.</summary>
    /// <param name="token">The token: letters, digits and <c>- . _ ~ + /</c>.</param>
    public CallbackReply Grant(string token) => CallbackReply.Json(200, PartnerJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("access_token");
        writer.WriteValue(token);
        writer.WritePropertyName("token_type");
        writer.WriteValue("Bearer");
        writer.WritePropertyName("expires_in");
        writer.WriteValue((long)settings.TokenLifetime.TotalSeconds);
        writer.WriteEndObject();
    }));

    /// <summary>The reply to anybody else.</summary>
    public static CallbackReply Refuse() => CallbackReply.Json(401, PartnerJson.Write([("status", "FAILED"), ("message", "E74")]));
}
