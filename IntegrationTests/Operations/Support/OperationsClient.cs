using System.Net;
using System.Text.RegularExpressions;

namespace DichVuCong.Operations.Tests.Support;

/// <summary>Asks the screen as a browser does: keeps cookies, and posts forms with the token of the page they are on.</summary>
internal sealed partial class OperationsClient : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };

    public OperationsClient(Uri address) => Http = new HttpClient(_handler) { BaseAddress = address };

    public HttpClient Http { get; }

    public CookieContainer Cookies => _handler.CookieContainer;

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<int> StatusAsync(string path)
    {
        using var answer = await GetAsync(path);
        return (int)answer.StatusCode;
    }

    /// <summary>The text of a page, which must be there.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {text}");
        return WebUtility.HtmlDecode(text);
    }

    /// <summary>Opens <paramref name="page"/> and posts a form from there.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var answer = await GetAsync(page);
        var token = Token().Match(await answer.Content.ReadAsStringAsync()).Groups["token"].Value;
        return await PostBareAsync(action, [.. fields, ("_token", token)]);
    }

    /// <summary>Posts a form as it is, as another site would.</summary>
    public async Task<HttpResponseMessage> PostBareAsync(string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Http.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"_token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
