using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Catalogue;

/// <summary>An entry of LINHVUCTHUCHIEN (3.1).</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureSector
{
    /// <summary>The sector's code.</summary>
    [JsonProperty("MALINHVUC")]
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENLINHVUC")]
    public string? Name { get; init; }
}

/// <summary>An entry of COQUANTHUCHIEN.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureAgency
{
    /// <summary>The agency's code.</summary>
    [JsonProperty("MADONVI")]
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENDONVI")]
    public string? Name { get; init; }
}

/// <summary>An entry of CAPTHUCHIEN.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureLevel
{
    /// <summary>0 ministry, 1 province, 2 district, 3 commune.</summary>
    [JsonProperty("CAPTHUCHIEN")]
    public string? Level { get; init; }

    /// <summary>Which agencies.</summary>
    [JsonProperty("MOTACOQUANTHUCHIEN")]
    public string? Description { get; init; }

    /// <summary>Where dossiers are received.</summary>
    [JsonProperty("DIACHITIEPNHAN")]
    public string? Address { get; init; }
}

/// <summary>An entry of TRINHTUTHUCHIEN: the steps of one case.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureSteps
{
    /// <summary>The case.</summary>
    [JsonProperty("TRUONGHOP")]
    public string? Case { get; init; }

    /// <summary>Its steps.</summary>
    [JsonProperty("TRINHTU")]
    public IReadOnlyList<ProcedureStep> Steps { get; init; } = [];
}

/// <summary>An entry of TRINHTU.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureStep
{
    /// <summary>What is done.</summary>
    [JsonProperty("TENTRINHTU")]
    public string? Text { get; init; }
}

/// <summary>An entry of DOITUONGTHUCHIEN.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureSubject
{
    /// <summary>Who may apply.</summary>
    [JsonProperty("TENDOITUONG")]
    public string? Name { get; init; }
}

/// <summary>An entry of KETQUATHUCHIEN.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureResult
{
    /// <summary>The result code, e.g. KQ.G12.000327.</summary>
    [JsonProperty("MAKETQUA")]
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENKETQUA")]
    public string? Name { get; init; }
}

/// <summary>An entry of CANCUPHAPLY.</summary>
[WireObject(WireObjects.Catalogue)]
public sealed class ProcedureBasis
{
    /// <summary>The document's number.</summary>
    [JsonProperty("SOVANBAN")]
    public string? Number { get; init; }

    /// <summary>Its name.</summary>
    [JsonProperty("TENVANBAN")]
    public string? Name { get; init; }
}
