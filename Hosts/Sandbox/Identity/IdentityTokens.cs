using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DichVuCong.Sandbox.Identity;

/// <summary>Makes the simulated identity centre's tokens, wrong ones too.</summary>
internal sealed class IdentityTokens(TimeProvider time) : IDisposable
{
    private const string KeyName = "sandbox-1";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _other = RSA.Create(2048);

    /// <summary>The public key, as discovery publishes it.</summary>
    public object Jwks()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyName, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } },
        };
    }

    /// <summary>The token of a person.</summary>
    public string Make(SimulatedPerson person, string issuer, string audience, string nonce)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = person.Lie == TokenLie.Issuer ? issuer + "/other" : issuer,
            ["aud"] = person.Lie == TokenLie.Audience ? "another-party" : audience,
            ["sub"] = $"sandbox-{person.Id}",
            ["name"] = person.Name,
            ["nonce"] = person.Lie == TokenLie.Nonce ? "another-sign-in" : nonce,
            ["iat"] = person.Lie == TokenLie.Expired ? now - 7200 : now,
            ["exp"] = person.Lie == TokenLie.Expired ? now - 3600 : now + 300,
            ["roles"] = person.Roles,
        };
        if (person.Agency is { } agency) claims["agency"] = agency;
        var algorithm = person.Lie switch
        {
            TokenLie.Unsigned => "none",
            TokenLie.SharedSecret => "HS256",
            _ => "RS256",
        };
        var text = $"{Encode(new { alg = algorithm, kid = KeyName, typ = "JWT" })}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(Sign(person.Lie, Encoding.ASCII.GetBytes(text)))}";
    }

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }

    private byte[] Sign(TokenLie? lie, byte[] text) => lie switch
    {
        TokenLie.Unsigned => [],
        TokenLie.SharedSecret => HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), text),
        TokenLie.Signature => _other.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        _ => _key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private static string Encode(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
