using Newtonsoft.Json;

namespace DichVuCong.Adapters.VNPost.Wire;

/// <summary>The body of document/post, as VNPost spells it (<c>external-parties.md</c> B1).</summary>
internal sealed class DocumentRequest
{
    [JsonProperty("CustomerCode")]
    public required string CustomerCode { get; init; }

    [JsonProperty("OrderNumber")]
    public required string OrderNumber { get; init; }

    [JsonProperty("Procedure")]
    public required DocumentProcedure Procedure { get; init; }

    [JsonProperty("IsSendDocument")]
    public required bool IsSendDocument { get; init; }

    [JsonProperty("DocumentSender")]
    public DocumentParty? DocumentSender { get; init; }

    [JsonProperty("IsReceiveResult")]
    public required bool IsReceiveResult { get; init; }

    [JsonProperty("ResultReceiver")]
    public DocumentParty? ResultReceiver { get; init; }

    [JsonProperty("State")]
    public required int State { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(DocumentRequest)} {OrderNumber}";
}

/// <summary>The dossier's procedure.</summary>
internal sealed record DocumentProcedure(
    [property: JsonProperty("Code")] string Code,
    [property: JsonProperty("Title")] string Title,
    [property: JsonProperty("Category")] string Category,
    [property: JsonProperty("Elements")] IReadOnlyList<string> Elements);

/// <summary>Who sends or receives.</summary>
internal sealed class DocumentParty
{
    [JsonProperty("Name")]
    public required string Name { get; init; }

    [JsonProperty("Phone")]
    public required string Phone { get; init; }

    [JsonProperty("ProvinceCode")]
    public required string ProvinceCode { get; init; }

    [JsonProperty("ProvinceTitle")]
    public string? ProvinceTitle { get; init; }

    [JsonProperty("DistrictCode")]
    public string? DistrictCode { get; init; }

    [JsonProperty("DistrictTitle")]
    public string? DistrictTitle { get; init; }

    [JsonProperty("Address")]
    public required string Address { get; init; }

    [JsonProperty("Email")]
    public string? Email { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(DocumentParty);
}
