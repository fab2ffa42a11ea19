using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>A row of LayDanhMucNhomThuTuc. No source shows its fields (3): these names are ours.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureGroupRow
{
    /// <summary>The group's code.</summary>
    [JsonProperty("MANHOM")]
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENNHOM")]
    public string? Name { get; init; }
}
