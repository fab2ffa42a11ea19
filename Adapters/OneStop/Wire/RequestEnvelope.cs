using DichVuCong.Adapters.OneStop.Wire.Json;
using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>
/// What surrounds every call of the sharing and integration services (1.2, 2, 3), and the portal's calls to an agency (4.2): the operation is chosen
/// by <c>service</c>. What is null is left out. The session is a secret: the type has no ToString of its own and is never logged.
/// </summary>
[WireObject(WireObjects.Envelope)]
public sealed class RequestEnvelope
{
    /// <summary>The session of the login; absent behind a province's proxy (1.4).</summary>
    [JsonProperty("session", NullValueHandling = NullValueHandling.Ignore)]
    public string? Session { get; init; }

    /// <summary>The calling agency's code.</summary>
    [JsonProperty("madonvi", NullValueHandling = NullValueHandling.Ignore)]
    public string? MaDonVi { get; init; }

    /// <summary>The operation.</summary>
    [JsonProperty("service", NullValueHandling = NullValueHandling.Ignore)]
    public string? Service { get; init; }

    /// <summary><c>True</c> or <c>False</c>, one for the whole batch.</summary>
    [JsonProperty("isUpdating", NullValueHandling = NullValueHandling.Ignore)]
    public string? IsUpdating { get; init; }

    /// <summary><c>True</c> or <c>False</c>, in some calls of the portal.</summary>
    [JsonProperty("isSync", NullValueHandling = NullValueHandling.Ignore)]
    public string? IsSync { get; init; }

    /// <summary>2 with DongBoTrangThaiHoSo.</summary>
    [JsonProperty("type", NullValueHandling = NullValueHandling.Ignore)]
    public string? Type { get; init; }

    /// <summary>The dossier that TraCuuHoSo asks for.</summary>
    [JsonProperty("mahoso", NullValueHandling = NullValueHandling.Ignore)]
    public string? MaHoSo { get; init; }

    /// <summary>The dossier that the portal asks an agency for (2.8).</summary>
    [JsonProperty("masohoso", NullValueHandling = NullValueHandling.Ignore)]
    public string? MaSoHoSo { get; init; }

    /// <summary>The procedure that LayThuTuc asks for.</summary>
    [JsonProperty("maTTHC", NullValueHandling = NullValueHandling.Ignore)]
    public string? MaTTHC { get; init; }

    /// <summary>The publishing decision that LayQDCB asks for.</summary>
    [JsonProperty("idQDCB", NullValueHandling = NullValueHandling.Ignore)]
    public string? IdQDCB { get; init; }

    /// <summary><c>wso2is</c> with TraCuuTechID.</summary>
    [JsonProperty("provider", NullValueHandling = NullValueHandling.Ignore)]
    public string? Provider { get; init; }

    /// <summary>The tax code or personal number that TraCuuTechID asks for.</summary>
    [JsonProperty("mstorcmnd", NullValueHandling = NullValueHandling.Ignore)]
    public string? MstOrCmnd { get; init; }

    /// <summary>What the operation is about, as it came.</summary>
    [JsonProperty("data", NullValueHandling = NullValueHandling.Ignore)]
    internal WireNode? Data { get; init; }
}
