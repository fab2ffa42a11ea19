using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>A row of LayDanhSachTTHC (<c>one-stop-and-portal-wire.md</c> 3): the full list, without pages. Names are in upper case here.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureRow
{
    /// <summary>The national procedure code.</summary>
    [JsonProperty("MATTHC")]
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENTTHC")]
    public string? Name { get; init; }
}
