using System.Text.Json;
using System.Text.Json.Serialization;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>
/// What <c>POST /v1/obligations</c> carries, as it came: every field may be missing and every text may be anything. Fields that are not known
/// are passed over, as with dossiers. Personal data of the payer: no part of it shows in a text.
/// </summary>
internal sealed record ObligationRequest
{
    /// <summary>The system's own id of the obligation; kept when it is sent again.</summary>
    public string? ObligationId { get; init; }

    /// <summary>The dossier's code.</summary>
    public string? DossierCode { get; init; }

    /// <summary>What is to be paid.</summary>
    public IReadOnlyList<ObligationLine?>? Lines { get; init; }

    /// <summary>Who pays, as far as it is known.</summary>
    public ObligationPayer? Payer { get; init; }

    /// <summary>Until when it can be paid, with an offset.</summary>
    public string? ExpiresAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(ObligationRequest)} of {Lines?.Count ?? 0} lines";
}

/// <summary>One line. The amount is read by hand: a faulty one is named with the other faults, and is never rounded.</summary>
internal sealed record ObligationLine
{
    /// <summary><c>fee</c> (phí) or <c>charge</c> (lệ phí).</summary>
    public string? Kind { get; init; }

    /// <summary>MaPhiLePhi.</summary>
    public string? Code { get; init; }

    /// <summary>TenPhiLePhi.</summary>
    public string? Name { get; init; }

    /// <summary>Whole đồng, a JSON integer.</summary>
    public JsonElement? AmountVnd { get; init; }

    /// <summary>The beneficiary account's number, or <c>bank/number</c> where two banks have the same number.</summary>
    public string? BeneficiaryAccount { get; init; }
}

/// <summary>Who pays. Personal data.</summary>
internal sealed record ObligationPayer
{
    /// <summary>The name.</summary>
    public string? FullName { get; init; }

    /// <summary>The personal number or tax code.</summary>
    public string? PersonalId { get; init; }

    /// <summary>The address.</summary>
    public string? Address { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(ObligationPayer);
}

/// <summary>What <c>POST /v1/obligations/{id}/cancel</c> carries.</summary>
internal sealed record CancellationRequest
{
    /// <summary>Why, without personal data.</summary>
    public string? Reason { get; init; }
}

/// <summary>How obligations are read: fields in camel case; a value of another type is a malformed body.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ObligationRequest))]
[JsonSerializable(typeof(CancellationRequest))]
internal sealed partial class ObligationJson : JsonSerializerContext;
