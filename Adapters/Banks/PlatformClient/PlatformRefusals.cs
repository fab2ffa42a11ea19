using DichVuCong.Adapters.Banks.Http;

namespace DichVuCong.Adapters.Banks.PlatformClient;

/// <summary>What the platform's codes of refusal mean (5.9, the bank side of INIT; for ministries no list is public).</summary>
internal static class PlatformRefusals
{
    private static readonly Dictionary<string, (RefusalKind Kind, string Text)> Rows = new(StringComparer.Ordinal)
    {
        ["02"] = (RefusalKind.Business, "data that is not right"),
        ["07"] = (RefusalKind.Configuration, "the signature is wrong"),
    };

    /// <summary>The answer of a code. 99, the proxy's -1 and codes of no list may follow upon an order that was taken.</summary>
    public static PartnerAnswer<T> Of<T>(string code)
        where T : class => Rows.TryGetValue(code, out var row)
            ? new PartnerAnswer<T>.Refused(row.Kind, code, row.Text)
            : new PartnerAnswer<T>.Unknown($"MaLoi {code}");
}
