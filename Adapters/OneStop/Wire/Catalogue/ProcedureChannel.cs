using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>An entry of CACHTHUCTHUCHIEN (3.1).</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureChannel
{
    /// <summary>1 direct, 2 online, 3 public post.</summary>
    [JsonProperty("KENH")]
    public string? Channel { get; init; }

    /// <summary>The processing times.</summary>
    [JsonProperty("THOIGIAN")]
    public IReadOnlyList<ProcedureTime> Times { get; init; } = [];
}

/// <summary>An entry of THOIGIAN.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureTime
{
    /// <summary>How many units.</summary>
    [JsonProperty("THOIGIANGIAIQUYET")]
    public int? Amount { get; init; }

    /// <summary>The unit.</summary>
    [JsonProperty("DONVITINH")]
    public string? Unit { get; init; }

    /// <summary>Text.</summary>
    [JsonProperty("MOTA")]
    public string? Description { get; init; }

    /// <summary>The fees.</summary>
    [JsonProperty("PHILEPHI")]
    public IReadOnlyList<ProcedureFee> Fees { get; init; } = [];
}

/// <summary>An entry of PHILEPHI. It charges nobody: it is what was published.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureFee
{
    /// <summary>The fee's code.</summary>
    [JsonProperty("MAPHILEPHI")]
    public string? Code { get; init; }

    /// <summary>The amount.</summary>
    [JsonProperty("SOTIEN")]
    public decimal? Amount { get; init; }

    /// <summary>The currency.</summary>
    [JsonProperty("DONVI")]
    public string? Unit { get; init; }

    /// <summary>Text.</summary>
    [JsonProperty("MOTA")]
    public string? Description { get; init; }
}
