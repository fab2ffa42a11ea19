using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Sandbox.Agencies.Systems;

/// <summary>Which system is which client. What is not named here follows from its generation.</summary>
internal static class ClientStyles
{
    private const string Forward = "/RestService/forward";

    /// <summary>The client of 2020 behind the older adapter: the whole dossier, then one row per call.</summary>
    public static readonly ClientStyle G1Xrd = new("g1-xrd", ClientShape.Envelope, "/XrdAdapter" + Forward, DstCodePlace.Header, SyncsFirst: true, MaxRows: 1);

    /// <summary>The same behind the newer adapter.</summary>
    public static readonly ClientStyle G1Vxp = G1Xrd with { Name = "g1-vxp", Prefix = "/VXPAdapter" + Forward, DstCode = DstCodePlace.Query };

    /// <summary>Rows of several dossiers in one call, and nothing else.</summary>
    public static readonly ClientStyle G2Batch = new("g2-batch", ClientShape.Envelope, "", DstCodePlace.Header, SyncsFirst: false, MaxRows: 10);

    /// <summary>The same behind an adapter.</summary>
    public static readonly ClientStyle G2BatchVxp = G2Batch with { Name = "g2-batch-vxp", Prefix = "/VXPAdapter" + Forward, DstCode = DstCodePlace.Query };

    /// <summary>A province's proxy that names the agency in the query.</summary>
    public static readonly ClientStyle ProxyHg = new("proxy-hg", ClientShape.AgencyInQuery, "", DstCodePlace.None, SyncsFirst: true, MaxRows: 1);

    /// <summary>A province's proxy with an address for each operation.</summary>
    public static readonly ClientStyle ProxyTd = new("proxy-td", ClientShape.AddressPerOperation, "", DstCodePlace.None, SyncsFirst: true, MaxRows: 10);

    /// <summary>The systems that differ from their generation's usual client, or log in by another code than their own.</summary>
    private static readonly Dictionary<string, (ClientStyle Style, string? Login)> Special = new(StringComparer.Ordinal)
    {
        ["G20"] = (G1Vxp, null),
        ["H14"] = (G1Vxp, null),
        ["H41"] = (G1Vxp, null),
        ["H35"] = (ProxyHg, null),
        ["H18"] = (ProxyTd, null),
        ["H52"] = (ProxyTd, null),
        ["G12"] = (G2BatchVxp, null),
        ["H26"] = (G2BatchVxp, null),
        ["H22"] = (G1Xrd, "000.00.01.H22"),
        ["H60"] = (G2Batch, "000.00.00.H60"),
    };

    /// <summary>How a system talks, and by which code it logs in.</summary>
    public static (ClientStyle Style, string Login) Of(OneStopSystem system)
    {
        var (style, login) = Special.GetValueOrDefault(system.Code, (system.Generation == WireGeneration.G1 ? G1Xrd : G2Batch, null));
        return (style, login ?? system.Owner.Value);
    }
}
