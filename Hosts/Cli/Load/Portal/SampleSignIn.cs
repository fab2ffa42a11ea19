using System.Net;
using System.Text.RegularExpressions;

namespace DichVuCong.Cli.Load.Portal;

/// <summary>Signs a made-up person in with each simulated source, as a browser does it, through the simulated portal and the Gateway.</summary>
internal static partial class SampleSignIn
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The sources.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["vneid", "broker"];

    /// <summary>Signs in.</summary>
    /// <param name="sandbox">Where the Sandbox is.</param>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What the portal's page said; in a word of the network's when it said nothing.</returns>
    public static async Task<string> RunAsync(Uri sandbox, string source, CancellationToken cancellationToken)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = true, CookieContainer = new CookieContainer(), UseProxy = false }) { Timeout = Patience };
        try
        {
            var page = await browser.GetStringAsync(new Uri(sandbox, $"portal/sign-in?source={source}&login_hint=an"), cancellationToken);
            return Heading().Match(page) is { Success: true } heading ? WebUtility.HtmlDecode(heading.Groups["text"].Value) : "?";
        }
        catch (HttpRequestException failure)
        {
            return failure.StatusCode?.ToString() ?? failure.HttpRequestError.ToString();
        }
    }

    [GeneratedRegex("<h1>(?<text>[^<]*)</h1>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Heading();
}
