using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.G2;

/// <summary>An entry of DSKetNoiCSDL: a national database that was used (2.2; its catalogue is unknown).</summary>
[WireObject(WireObjects.Database)]
public sealed class DatabaseUse
{
    /// <summary>The database's code.</summary>
    [JsonProperty("MaCSDL")]
    public string? MaCSDL { get; init; }
}
