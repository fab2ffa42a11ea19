using System.Net.Http.Headers;
using System.Text;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>
/// Where a system's calls go and what they carry beside the body (<c>one-stop-and-portal-wire.md</c> 1.1): settings only, so that no message
/// and no reply can name another host.
/// </summary>
internal static class OneStopAddress
{
    private const string DstCode = "dstcode";

    /// <summary>The address at which a system is called; null when its settings name none that can be.</summary>
    public static Uri? BaseOf(OneStopSystem system) =>
        system.BaseUrl is { IsAbsoluteUri: true, Scheme: "http" or "https" } baseUrl ? baseUrl : null;

    /// <summary>The call to one of the system's paths.</summary>
    public static HttpRequestMessage RequestTo(OneStopSystem system, Uri baseUrl, string path, HttpContent body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, UriOf(system, baseUrl, path)) { Content = body };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("Charset", "utf-8");
        if (system is { DstCode: { } code, DstCodeInQuery: false }) request.Headers.TryAddWithoutValidation(DstCode, code);
        if (system.Authorization is { } authorization) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return request;
    }

    /// <summary>The address: base and path put together as texts, since the base may be an adapter's prefix, with the parameters of the query.</summary>
    public static Uri UriOf(OneStopSystem system, Uri baseUrl, string path)
    {
        var address = new StringBuilder(baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')).Append('/').Append(path.TrimStart('/'));
        var query = baseUrl.Query.TrimStart('?');
        if (query.Length > 0) address.Append(Separator(address)).Append(query);
        if (system is { DstCode: { } code, DstCodeInQuery: true }) Append(DstCode, code);
        if (system.ProviderUrl is { } provider) Append("providerurl", provider);
        return new Uri(address.ToString(), UriKind.Absolute);

        void Append(string name, string value) => address.Append(Separator(address)).Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }

    private static char Separator(StringBuilder address) => address.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?';
}
