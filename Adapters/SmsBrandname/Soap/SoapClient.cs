using System.Net.Http.Headers;
using System.Net.Sockets;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Calls the provider's operations over HTTP. It throws for nothing that the network or the provider may do.</summary>
internal sealed class SoapClient(HttpClient http, SmsBrandnameSettings settings, TimeProvider time)
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>Calls one operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="parameters">Its parameters after User, Password and CPCode, in the interface's order.</param>
    /// <param name="cancellationToken">The call's time-out.</param>
    public async Task<SoapExchange> CallAsync(
        string operation, ReadOnlyMemory<(string Name, string Value)> parameters, CancellationToken cancellationToken)
    {
        using var content = new SoapContent(SoapEnvelope.Write(settings.XmlNamespace, operation, WithAccount(parameters.Span)));
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Endpoint) { Content = content };
        request.Headers.TryAddWithoutValidation("SOAPAction", "\"\"");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var answer = await BoundedBody.ReadAsync(response.Content, SoapAnswer.TryRead, cancellationToken);
            return new SoapExchange(ExchangePhase.Answered, response.StatusCode, answer, RetryAfter(response.Headers.RetryAfter));
        }
        catch (HttpRequestException error)
        {
            return Failed(content, error.HttpRequestError.ToString());
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            // .NET lets a bare SocketException through when a connection is reset the moment it stands.
            return Failed(content, "the connection was cut");
        }
        catch (OperationCanceledException)
        {
            return Failed(content, "time-out or shutdown");
        }
    }

    private static SoapExchange Failed(SoapContent content, string cause) =>
        new(content.IsWritten ? ExchangePhase.Sent : ExchangePhase.NotSent, Cause: cause);

    private (string Name, string Value)[] WithAccount(ReadOnlySpan<(string Name, string Value)> parameters) =>
        [("User", settings.User), ("Password", settings.Password), ("CPCode", settings.CPCode), .. parameters];

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        if (wait is not { } asked) return null;
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked > LongestRetryAfter ? LongestRetryAfter : asked;
    }
}
