using System.Globalization;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>Our token at VietQR, asked for when the last one is about to end.</summary>
internal sealed class VietQrTokenSource(PartnerCall call, VietQrSettings settings, TimeProvider time) : IDisposable
{
    // A token that ends while the call is on its way is no token.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (string Token, DateTimeOffset Until)? _last;

    /// <summary>The token, or null when none can be had now.</summary>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && time.GetUtcNow() < last.Until - Margin) return last.Token;
            _last = await AskAsync(cancellationToken);
            return _last?.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Forgets a token that VietQR refused.</summary>
    public void Forget() => _last = null;

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<(string Token, DateTimeOffset Until)?> AskAsync(CancellationToken cancellationToken)
    {
        var basic = HttpAuthorization.OfBasic(settings.Username, settings.Password);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = basic };
        var asked = time.GetUtcNow();
        var exchange = await call.PostAsync(
            PartnerAddress.Of(settings.ApiUrl!, settings.TokenPath), "{}"u8.ToArray(), headers, settings.Timeout, BankHttp.MaxAnswerBytes, cancellationToken);
        if (exchange is not Exchange.Answered { Status: 200, Body: { } body }) return null;
        if (PartnerJson.Read(body, BankHttp.MaxAnswerBytes) is not { } json) return null;
        var isWhole = int.TryParse(json.Text("expires_in"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        return isWhole && json.Text("access_token") is { Length: > 0 } token && token.All(letter => letter is > ' ' and < '\u007f')
            ? (token, asked + TimeSpan.FromSeconds(seconds))
            : null;
    }
}
