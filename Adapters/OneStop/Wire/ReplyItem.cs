using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>An entry of <c>result[]</c> of our replies to sent dossiers and progress (ours: clients of G1 and G2 know only the envelope).</summary>
[WireObject(WireObjects.Reply)]
public sealed class ReplyItem
{
    /// <summary>The item's place in the call, from 0; null when the reply is about the whole call.</summary>
    [JsonProperty("index")]
    public int? Index { get; init; }

    /// <summary>The code the item named.</summary>
    [JsonProperty("MaHoSo")]
    public string? MaHoSo { get; init; }

    /// <summary>The item's own error_code.</summary>
    [JsonProperty("error_code")]
    public int? ErrorCode { get; init; }

    /// <summary>The stable code: <c>stored</c>, <c>sameAgain</c>, <c>dossier.MaHoSo.exists</c>, or a fault's.</summary>
    [JsonProperty("code")]
    public string? Code { get; init; }

    /// <summary>The field that broke the rule.</summary>
    [JsonProperty("field")]
    public string? Field { get; init; }

    /// <summary>The text.</summary>
    [JsonProperty("message")]
    public string? Message { get; init; }
}
