using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>An agency that can be competent for a dossier.</summary>
public sealed record Agency
{
    /// <summary>The code by which we know it (mã định danh); others are <see cref="AgencyAlias"/>es.</summary>
    public required AgencyCode Code { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required AgencyKind Kind { get; init; }

    /// <summary>The agency above it; null for a ministry or a province, which is a body of its own.</summary>
    public AgencyCode? Parent { get; init; }

    /// <summary>From when to when it exists. After the last day it is closed: it may finish old dossiers and gets no new one.</summary>
    public Validity Validity { get; init; }

    /// <summary>Who took over after it was closed.</summary>
    public AgencyCode? Successor { get; init; }

    /// <summary>The place it serves; null when it serves none by itself.</summary>
    public Place? Serves { get; init; }

    /// <summary>What is not confirmed about it; null when nothing is in doubt.</summary>
    public string? Uncertain { get; init; }

    /// <summary>Where the row comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Who keeps the row.</summary>
    public RecordOrigin Origin { get; init; } = RecordOrigin.Import;
}

/// <summary>Another code of an agency, such as the older form of QCVN 102 (<c>000.00.00.H60</c>).</summary>
/// <param name="Code">The other code.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Validity">When the code means this agency.</param>
/// <param name="Source">Where the row comes from.</param>
/// <param name="Origin">Who keeps the row.</param>
public sealed record AgencyAlias(
    AgencyCode Code, AgencyCode Agency, Validity Validity, string Source, RecordOrigin Origin = RecordOrigin.Import);

/// <summary>Who keeps a row of the catalogue. A new import never touches what operators keep.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordOrigin>))]
public enum RecordOrigin : byte
{
    /// <summary>The import: the next one may change or remove it.</summary>
    [JsonStringEnumMemberName("import")]
    Import = 1,

    /// <summary>The operators of TTDLQG (A18.3).</summary>
    [JsonStringEnumMemberName("operator")]
    Operator = 2,
}
