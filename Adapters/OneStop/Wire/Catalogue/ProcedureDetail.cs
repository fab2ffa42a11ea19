using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>The answer to LayThuTuc, <c>result[0]</c> (3.1).</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureDetail
{
    /// <summary>Its id.</summary>
    [JsonProperty("ID")]
    public string? Id { get; init; }

    /// <summary>The national procedure code.</summary>
    [JsonProperty("MATTHC")]
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENTTHC")]
    public string? Name { get; init; }

    /// <summary>Its kind.</summary>
    [JsonProperty("LOAITTHC")]
    public string? Kind { get; init; }

    /// <summary>1 for public.</summary>
    [JsonProperty("TRANGTHAI")]
    public int? Status { get; init; }

    /// <summary>Who published it.</summary>
    [JsonProperty("MACOQUANCONGBO")]
    public string? PublishedBy { get; init; }

    /// <summary>The publishing decision, the key of LayQDCB.</summary>
    [JsonProperty("IDQUYETDINHCONGBO")]
    public string? Decision { get; init; }

    /// <summary>The sectors; clients take the first.</summary>
    [JsonProperty("LINHVUCTHUCHIEN")]
    public IReadOnlyList<ProcedureSector> Sectors { get; init; } = [];

    /// <summary>Who performs it.</summary>
    [JsonProperty("COQUANTHUCHIEN")]
    public IReadOnlyList<ProcedureAgency> Agencies { get; init; } = [];

    /// <summary>At which levels.</summary>
    [JsonProperty("CAPTHUCHIEN")]
    public IReadOnlyList<ProcedureLevel> Levels { get; init; } = [];

    /// <summary>The steps, by case.</summary>
    [JsonProperty("TRINHTUTHUCHIEN")]
    public IReadOnlyList<ProcedureSteps> Steps { get; init; } = [];

    /// <summary>The channels with their times and fees.</summary>
    [JsonProperty("CACHTHUCTHUCHIEN")]
    public IReadOnlyList<ProcedureChannel> Channels { get; init; } = [];

    /// <summary>The papers, by case.</summary>
    [JsonProperty("THANHPHANHOSO")]
    public IReadOnlyList<ProcedurePapers> Papers { get; init; } = [];

    /// <summary>Who may apply.</summary>
    [JsonProperty("DOITUONGTHUCHIEN")]
    public IReadOnlyList<ProcedureSubject> Subjects { get; init; } = [];

    /// <summary>The results.</summary>
    [JsonProperty("KETQUATHUCHIEN")]
    public IReadOnlyList<ProcedureResult> Results { get; init; } = [];

    /// <summary>The legal basis.</summary>
    [JsonProperty("CANCUPHAPLY")]
    public IReadOnlyList<ProcedureBasis> LegalBasis { get; init; } = [];

    /// <summary>Conditions.</summary>
    [JsonProperty("YEUCAU")]
    public string? Conditions { get; init; }
}
