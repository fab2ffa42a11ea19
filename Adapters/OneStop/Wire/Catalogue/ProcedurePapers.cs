using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>An entry of THANHPHANHOSO (3.1): the papers of one case.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedurePapers
{
    /// <summary>The case.</summary>
    [JsonProperty("TRUONGHOP")]
    public string? Case { get; init; }

    /// <summary>Its papers.</summary>
    [JsonProperty("GIAYTO")]
    public IReadOnlyList<ProcedurePaper> Papers { get; init; } = [];
}

/// <summary>An entry of GIAYTO.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedurePaper
{
    /// <summary>The component code (MaThanhPhanHoSo of a dossier).</summary>
    [JsonProperty("MAGIAYTO")]
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENGIAYTO")]
    public string? Name { get; init; }

    /// <summary>The name of the form.</summary>
    [JsonProperty("TENMAUDON")]
    public string? FormName { get; init; }

    /// <summary>Where the form can be fetched; also seen as <c>Url</c>.</summary>
    [JsonProperty("URL")]
    public string? Url { get; init; }

    /// <summary>How many originals.</summary>
    [JsonProperty("SOBANCHINH")]
    public string? Originals { get; init; }

    /// <summary>How many copies.</summary>
    [JsonProperty("SOBANSAO")]
    public string? Copies { get; init; }
}
