using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>The answer to LayQDCB: the publishing decision of procedures. No source shows its fields (3): these names are ours.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class DecisionRow
{
    /// <summary>The decision's id.</summary>
    [JsonProperty("IDQDCB")]
    public string? Id { get; init; }

    /// <summary>Its number, e.g. 2628/QĐ-BTC.</summary>
    [JsonProperty("SOQDCB")]
    public string? Number { get; init; }

    /// <summary>Who published it.</summary>
    [JsonProperty("MACOQUANCONGBO")]
    public string? AgencyCode { get; init; }

    /// <summary>The name of who published it.</summary>
    [JsonProperty("TENCOQUANCONGBO")]
    public string? AgencyName { get; init; }
}
