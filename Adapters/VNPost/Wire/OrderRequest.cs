using Newtonsoft.Json;

namespace DichVuCong.Adapters.VNPost.Wire;

/// <summary>The body of order/post, as VNPost spells it (<c>external-parties.md</c> B1). Provinces and districts are VNPost's own codes.</summary>
internal sealed class OrderRequest
{
    [JsonProperty("CustomerCode")]
    public required string CustomerCode { get; init; }

    [JsonProperty("OrderNumber")]
    public required string OrderNumber { get; init; }

    [JsonProperty("CODAmount")]
    public required long CodAmount { get; init; }

    [JsonProperty("SenderProvince")]
    public required int SenderProvince { get; init; }

    [JsonProperty("SenderDistrict")]
    public int? SenderDistrict { get; init; }

    [JsonProperty("SenderAddress")]
    public required string SenderAddress { get; init; }

    [JsonProperty("SenderName")]
    public required string SenderName { get; init; }

    [JsonProperty("SenderEmail")]
    public string? SenderEmail { get; init; }

    [JsonProperty("SenderTel")]
    public required string SenderTel { get; init; }

    [JsonProperty("SenderDesc")]
    public string? SenderDesc { get; init; }

    [JsonProperty("Description")]
    public string? Description { get; init; }

    [JsonProperty("ReceiverName")]
    public required string ReceiverName { get; init; }

    [JsonProperty("ReceiverAddress")]
    public required string ReceiverAddress { get; init; }

    [JsonProperty("ReceiverTel")]
    public required string ReceiverTel { get; init; }

    [JsonProperty("ReceiverProvince")]
    public required int ReceiverProvince { get; init; }

    [JsonProperty("ReceiverDistrict")]
    public int? ReceiverDistrict { get; init; }

    [JsonProperty("ReceiverEmail")]
    public string? ReceiverEmail { get; init; }

    [JsonProperty("FlagConfig")]
    public int? FlagConfig { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(OrderRequest)} {OrderNumber}";
}
