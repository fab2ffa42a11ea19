using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>A row of LayDanhMucLinhVuc (3). Clients keep the rows whose MANGANH is their own madonvi.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class SectorRow
{
    /// <summary>The sector's code.</summary>
    [JsonProperty("MALINHVUC")]
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENLINHVUC")]
    public string? Name { get; init; }

    /// <summary>The agency it belongs to.</summary>
    [JsonProperty("MANGANH")]
    public string? Agency { get; init; }
}
