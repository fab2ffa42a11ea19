using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace DichVuCong.Operations.SignIn;

/// <summary>What a sign-in under way must still know when the identity provider sends the browser back; it travels in a sealed cookie.</summary>
/// <param name="State">Must come back with the code: the answer is to our question.</param>
/// <param name="Nonce">Must be in the token: the token is of this sign-in.</param>
/// <param name="Verifier">Proves at the token endpoint that who began the sign-in ends it (PKCE).</param>
/// <param name="Back">The page to go to.</param>
/// <param name="Until">When it is too late.</param>
internal sealed record SignInState(string State, string Nonce, string Verifier, string Back, DateTimeOffset Until)
{
    public static SignInState Begin(string back, DateTimeOffset until) => new(Random(), Random(), Random(), back, until);

    /// <summary>What the authorization endpoint is told of the verifier (S256).</summary>
    [JsonIgnore]
    public string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private static string Random() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Keeps sign-ins under way in the browser.</summary>
internal sealed class SignInCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Name = "dvc-sign-in";

    private readonly IDataProtector _protector = protection.CreateProtector("sign-in");

    public void Write(HttpContext context, SignInState state, bool secure) => context.Response.Cookies.Append(
        Name, _protector.Protect(JsonSerializer.Serialize(state)),
        new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = secure, Path = "/sign-in", Expires = state.Until });

    /// <summary>Takes it out: an answer counts once. Null when there is none, it is too old, or was tampered with.</summary>
    public SignInState? Take(HttpContext context)
    {
        var text = context.Request.Cookies[Name];
        context.Response.Cookies.Delete(Name, new CookieOptions { Path = "/sign-in" });
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var state = JsonSerializer.Deserialize<SignInState>(_protector.Unprotect(text));
            return state is not null && time.GetUtcNow() < state.Until ? state : null;
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            return null; // Tampered with, or sealed with a key that is gone: as good as none.
        }
    }
}
