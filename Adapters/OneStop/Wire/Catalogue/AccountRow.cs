using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>A row of TraCuuTechID (3): the portal account of a person or an organisation.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class AccountRow
{
    /// <summary>The account's key.</summary>
    [JsonProperty("TECHNICALID")]
    public string? TechId { get; init; }
}
