namespace DichVuCong.Sandbox.Agencies.Systems;

/// <summary>How a system talks to the portal, after the clients that are known (<c>one-stop-and-portal-wire.md</c> 1.1-1.4).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Where it posts, and what stands around the contents.</param>
/// <param name="Prefix">What its security server puts before every path; empty for none.</param>
/// <param name="DstCode">How it addresses the portal behind the security server.</param>
/// <param name="SyncsFirst">Whether it sends the whole dossier (DongBoHoSoMC) before its progress, as most do.</param>
/// <param name="MaxRows">Progress rows in one call.</param>
internal sealed record ClientStyle(string Name, ClientShape Shape, string Prefix, DstCodePlace DstCode, bool SyncsFirst, int MaxRows);

/// <summary>The shapes of calls.</summary>
internal enum ClientShape : byte
{
    /// <summary>A session, and the service named in the body (1.2).</summary>
    Envelope,

    /// <summary>Bare arrays, the service in the path, the agency in the query (1.4, [HG]).</summary>
    AgencyInQuery,

    /// <summary>Bare arrays to one address for each operation, HTTP Basic (1.4, [TD]).</summary>
    AddressPerOperation,
}

/// <summary>Where <c>dstcode</c> goes (1.1).</summary>
internal enum DstCodePlace : byte
{
    None,
    Header,
    Query,
}
