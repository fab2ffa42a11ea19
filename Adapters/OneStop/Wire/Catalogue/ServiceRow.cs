using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>A row of LayDVC, in <c>result.data[]</c> (3): an online service.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ServiceRow
{
    /// <summary>The procedure code and .NN.</summary>
    [JsonProperty("MADVC")]
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENDVC")]
    public string? Name { get; init; }

    /// <summary>The procedure.</summary>
    [JsonProperty("MATTHC")]
    public string? Procedure { get; init; }

    /// <summary>The procedure's name.</summary>
    [JsonProperty("TENTTHC")]
    public string? ProcedureName { get; init; }

    /// <summary>Who published it.</summary>
    [JsonProperty("TENCOQUANBANHANH")]
    public string? PublishedBy { get; init; }

    /// <summary>The sector.</summary>
    [JsonProperty("TENLINHVUC")]
    public string? SectorName { get; init; }

    /// <summary>Who performs it, and at which level.</summary>
    [JsonProperty("APDUNGDVC")]
    public IReadOnlyList<ServiceUse> Uses { get; init; } = [];
}

/// <summary>An entry of APDUNGDVC.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ServiceUse
{
    /// <summary>The performing agency.</summary>
    [JsonProperty("MACOQUANTHUCHIEN")]
    public string? Agency { get; init; }

    /// <summary>The level of the online service.</summary>
    [JsonProperty("MUCDO")]
    public string? Level { get; init; }
}
