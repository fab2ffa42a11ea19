using System.Globalization;
using DichVuCong.Adapters.VNPost.Tokens;

namespace DichVuCong.Adapters.VNPost.Http;

/// <summary>
/// Calls VNPost's operations with our token. A token that ends in the midst of a batch is refused at the platform's door, where nothing was
/// done: the call is made once more, with a new one, and only then given up.
/// </summary>
public sealed class VnPostClient : IDisposable
{
    private readonly VnPostSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpCall _call;
    private readonly TokenSource _tokens;

    /// <summary>Creates the client.</summary>
    /// <param name="http">A client of <see cref="VnPostHttp"/>, one for the life of the host.</param>
    /// <param name="settings">The settings, valid.</param>
    /// <param name="time">The clock of time-outs and tokens.</param>
    public VnPostClient(HttpClient http, VnPostSettings settings, TimeProvider time)
    {
        (_settings, _time) = (settings, time);
        _call = new HttpCall(http, time);
        _tokens = new TokenSource(_call, settings, time);
    }

    /// <summary>Posts a body to an operation.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    internal Task<Exchange> PostAsync(string path, byte[] body, TimeSpan timeout, CancellationToken cancellationToken) =>
        SendAsync(AddressOf(path), body, timeout, cancellationToken);

    /// <summary>Gets an operation's answer.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    internal Task<Exchange> GetAsync(string path, IEnumerable<(string Name, string Value)> query, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var written = string.Join('&', query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        return SendAsync(AddressOf($"{path}?{written}"), body: null, timeout, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _tokens.Dispose();

    private async Task<Exchange> SendAsync(Uri address, byte[]? body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(timeout, _time);
        for (var isSecond = false; ; isSecond = true)
        {
            var (token, failure) = await _tokens.GetAsync(clock.Token, cancellationToken);
            if (token is null) return failure!;
            using var content = body is null ? null : new OnceContent(body, "application/json");
            var exchange = await _call.SendAsync(address, content, HeaderOf(token), clock.Token, cancellationToken);
            if (exchange is not Exchange.Answered { Status: 401 }) return Judged(exchange);
            _tokens.Forget(token);
            if (isSecond) return new Exchange.Misconfigured("HTTP 401: two tokens in a row are refused");
        }
    }

    /// <summary>Statuses that say what happened without any body: the first row that fits counts; any other is left to who reads the body.</summary>
    private static Exchange Judged(Exchange exchange)
    {
        if (exchange is not Exchange.Answered answered) return exchange;
        var status = string.Create(CultureInfo.InvariantCulture, $"HTTP {answered.Status}");
        return answered.Status switch
        {
            429 or 503 => new Exchange.NotSent($"{status}: the post asks to wait", answered.RetryAfter),
            403 or 404 or 405 or 415 or (>= 300 and < 400) => new Exchange.Misconfigured($"{status}: the call did not reach the operation"),
            _ => exchange,
        };
    }

    private (string Name, string Value) HeaderOf(Token token) =>
        (_settings.TokenHeader, string.Equals(_settings.TokenHeader, "Authorization", StringComparison.OrdinalIgnoreCase) ? $"{token.Kind} {token.Value}" : token.Value);

    private Uri AddressOf(string path) => new($"{_settings.BaseUrl!.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path.TrimStart('/')}");
}
