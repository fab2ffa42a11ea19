using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Gateway.Tests.Payments.Support;

internal static class BankCall
{
    public static string Now() => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    public static byte[] Body(string order, string number, long amount, string stamp) => Encoding.UTF8.GetBytes(
        $$"""{"orderReference":"{{order}}","transactionNo":"{{number}}","amountVnd":{{amount}},"status":"SUCCESS","paymentCode":"00","sentAt":"{{stamp}}"}""");

    public static string Hmac(byte[] body, string secret) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    public static string Rsa(byte[] body, string privateKeyPem)
    {
        using var key = RSA.Create();
        key.ImportFromPem(privateKeyPem);
        return Convert.ToBase64String(key.SignData(body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>Sends those very bytes. The answer's code says what to do next; no answer, or 503, means: the same again later.</summary>
    public static async Task<string> SendAsync(HttpClient http, Uri gateway, string bank, string keyId, string stamp, byte[] body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway, $"/callbacks/{bank}")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Key-Id", keyId);
        request.Headers.Add("X-Timestamp", stamp);
        request.Headers.Add("X-Signature", signature);
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
