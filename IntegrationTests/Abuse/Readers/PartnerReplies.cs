using System.Net;
using System.Text;
using DichVuCong.Abuse.Tests.Http;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>
/// Answers as a payment partner: with a token where one is asked for, otherwise with one reply (<see cref="CannedReplies"/>) that names the request and is
/// signed in our bank form.
/// </summary>
internal sealed class PartnerReplies(byte[] reply) : HttpMessageHandler
{
    /// <summary>What stands in a reply for the id of the request that it answers.</summary>
    public const string Request = "{{request}}";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("token_generate", StringComparison.Ordinal))
        {
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"access_token":"t","token_type":"Bearer","expires_in":300}""") };
        }

        var id = request.Headers.TryGetValues("x-request-id", out var ids) ? ids.First() : "";
        byte[] named = [.. Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(reply).Replace(Request, id, StringComparison.Ordinal))];
        using var canned = new HttpMessageInvoker(new CannedReplies(named));
        var response = await canned.SendAsync(request, cancellationToken);
        var body = named[(Array.IndexOf(named, (byte)'\n') + 1)..];
        response.Headers.TryAddWithoutValidation("X-Key-Id", "development");
        response.Headers.TryAddWithoutValidation("x-request-signature", InputSignatures.OfBank(body));
        return response;
    }
}
