namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>How large a body may be before it is refused as a whole. All of them are ours: no source names the portal's (2.11, 11).</summary>
public sealed record WireLimits
{
    /// <summary>The limits of an ordinary call.</summary>
    public static WireLimits Default { get; } = new();

    /// <summary>Bytes of the body.</summary>
    public int MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Nesting of objects and arrays; a dossier with a supplement needs 7.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>JSON values in the body, those inside doubled JSON included: bounds the memory that a small body can take.</summary>
    public int MaxValues { get; init; } = 250_000;

    /// <summary>Dossiers or progress rows in one call.</summary>
    public int MaxItems { get; init; } = 500;

    /// <summary>Entries of one list inside an item (papers, fees, results).</summary>
    public int MaxNested { get; init; } = 500;
}
