namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Calls the provider's operations over HTTP. It throws for nothing that the network or the provider may do.</summary>
internal sealed class SoapClient(HttpClient http, SmsBrandnameSettings settings, TimeProvider time)
{
    private readonly ProviderPost _post = new(http, time);

    /// <summary>Calls one operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="parameters">Its parameters after User, Password and CPCode, in the interface's order.</param>
    /// <param name="cancellationToken">The call's time-out.</param>
    public async Task<Exchange<SoapAnswer>> CallAsync(
        string operation, ReadOnlyMemory<(string Name, string Value)> parameters, CancellationToken cancellationToken)
    {
        using var content = new TrackedContent(SoapEnvelope.Write(settings.XmlNamespace, operation, WithAccount(parameters.Span)), TrackedContent.Xml);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Endpoint) { Content = content };
        request.Headers.TryAddWithoutValidation("SOAPAction", "\"\"");
        return await _post.SendAsync(request, content, SoapAnswer.TryRead, cancellationToken);
    }

    private (string Name, string Value)[] WithAccount(ReadOnlySpan<(string Name, string Value)> parameters) =>
        [("User", settings.User), ("Password", settings.Password), ("CPCode", settings.CPCode), .. parameters];
}
