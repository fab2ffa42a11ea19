namespace DichVuCong.Adapters.Banks.Http;

/// <summary>Addresses under a partner's base, put together as texts: the base may be a prefix behind a gateway, with or without a slash.</summary>
internal static class PartnerAddress
{
    /// <summary>The address of a path.</summary>
    public static Uri Of(Uri baseUrl, string path) => new($"{baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path.TrimStart('/')}");
}
