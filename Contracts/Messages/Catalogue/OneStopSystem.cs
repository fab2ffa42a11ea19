namespace DichVuCong.Contracts.Catalogue;

/// <summary>The generations of the wire contract (<c>one-stop-and-portal-wire.md</c> 0). They are never merged into one.</summary>
public enum WireGeneration : byte
{
    /// <summary>The guide of 2019-2022.</summary>
    G1 = 1,

    /// <summary>The scoring era of Decision 766 (2022-2025): G1 and its additional fields.</summary>
    G2 = 2,
}

/// <summary>A one-stop system of a ministry or a province: where it is and how it is spoken to. All of it is configuration.</summary>
public sealed record OneStopSystem
{
    /// <summary>The system's code: the code of the body that runs it (<c>H29</c>, <c>G12</c>).</summary>
    public required string Code { get; init; }

    /// <summary>A small number, given once by the registry and never again: the system's place among the flows. 0 while it has none.</summary>
    public required short Number { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The agency that runs it.</summary>
    public required AgencyCode Owner { get; init; }

    /// <summary>Which contract it speaks.</summary>
    public WireGeneration Generation { get; init; } = WireGeneration.G2;

    /// <summary>Where it, or the adapter in front of it, answers; null when it cannot be pushed to.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The path that takes a dossier (ours by default: 4.1 names one vendor's).</summary>
    public string ReceivePath { get; init; } = "/nhanhsdvcqg";

    /// <summary>The path that looks a dossier up (2.8); null when the system has none.</summary>
    public string? LookupPath { get; init; } = "/search/call";

    /// <summary>The security server's address of the system, <c>VN:GOV:…</c>; null when it is called directly.</summary>
    public string? DstCode { get; init; }

    /// <summary>Whether <see cref="DstCode"/> goes into the query instead of a header.</summary>
    public bool DstCodeInQuery { get; init; }

    /// <summary>The second addressing parameter of some adapters.</summary>
    public string? ProviderUrl { get; init; }

    /// <summary>The value of the Authorization header that it wants, from the secrets; null for none.</summary>
    public string? Authorization { get; init; }

    /// <summary>The template of links for users who are redirected to it: <c>{procedure}</c>, <c>{agency}</c>; null when it takes none.</summary>
    public string? RedirectTemplate { get; init; }

    /// <summary>Calls out at once.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>Calls started in a second; null for no limit.</summary>
    public double? CallsPerSecond { get; init; }

    /// <summary>How long a call may take.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The form of error_code it reads: <c>number</c>, <c>string</c> or <c>padded</c> ("00").</summary>
    public string ErrorCodeForm { get; init; } = "string";
}
