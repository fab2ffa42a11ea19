using System.Globalization;
using System.Net;
using System.Text;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>Answers every call with one reply: three digits of status, Retry-After up to a line feed, then the body.</summary>
internal sealed class CannedReplies(byte[] reply) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The call counts as sent only when its body was written.
        if (request.Content is { } content) await content.CopyToAsync(Stream.Null, cancellationToken);
        var head = Array.IndexOf(reply, (byte)'\n');
        var line = head < 0 ? "" : Encoding.Latin1.GetString(reply, 0, head);
        var status = line.Length >= 3 && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 200 and <= 999 ? number : 200;
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StreamContent(new MemoryStream(reply[(head + 1)..])) };
        if (line.Length > 3) response.Headers.TryAddWithoutValidation("Retry-After", line[3..].Trim());
        return response;
    }
}
