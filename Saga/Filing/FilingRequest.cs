using System.Text.Json;
using System.Text.Json.Serialization;

namespace DichVuCong.Saga.Filing;

/// <summary>
/// What <c>POST /v1/dossiers</c> carries, as it came: every field may be missing and every text may be anything. Personal data: no part of it
/// shows in a text.
/// </summary>
public sealed record FilingRequest
{
    /// <summary>The caller's own id of the filing.</summary>
    public string? SubmissionId { get; init; }

    /// <summary>The procedure's code.</summary>
    public string? ProcedureCode { get; init; }

    /// <summary>The case of the procedure's channel, from 1.</summary>
    public int? ProcedureCase { get; init; }

    /// <summary>The level that the applicant chose: ministry, province, commune, other.</summary>
    public string? Level { get; init; }

    /// <summary>How it is filed: online, direct, post.</summary>
    public string? Channel { get; init; }

    /// <summary>Who hands it in: portal, coordination.</summary>
    public string? Origin { get; init; }

    /// <summary>The officer at the counter (A15.1).</summary>
    public string? ReceivedBy { get; init; }

    /// <summary>The unit whose counter took it, by any of its codes.</summary>
    public string? ReceivingUnit { get; init; }

    /// <summary>Where it is filed.</summary>
    public FilingPlace? Place { get; init; }

    /// <summary>Where its subject lies, when that is somewhere else.</summary>
    public FilingPlace? SubjectPlace { get; init; }

    /// <summary>The agency that the applicant chose, by any of its codes.</summary>
    public string? Agency { get; init; }

    /// <summary>Who applies.</summary>
    public FilingApplicant? Applicant { get; init; }

    /// <summary>The electronic form.</summary>
    public JsonElement? Form { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<FilingFile?>? Files { get; init; }

    /// <summary>The channels on which the applicant wants notices: sms, email.</summary>
    public IReadOnlyList<string?>? Notify { get; init; }

    /// <summary>How the result is to be returned: direct, post, online.</summary>
    public string? ReturnBy { get; init; }

    /// <summary>What the public post is to do and where it finds the applicant; needed where the post is to carry something.</summary>
    public FilingPost? Post { get; init; }

    /// <summary>What the dossier is about.</summary>
    public string? Subject { get; init; }

    /// <summary>When the applicant sent it, with an offset.</summary>
    public string? SubmittedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(FilingRequest)} of {ProcedureCode} with {Files?.Count ?? 0} files";
}

/// <summary>A place by its codes.</summary>
/// <param name="Province">The province's code.</param>
/// <param name="Commune">The commune's code.</param>
public sealed record FilingPlace(string? Province, string? Commune);

/// <summary>What the public post is to do (A33.2a), and where it finds the applicant. Personal data: no part of it shows in a text.</summary>
public sealed record FilingPost
{
    /// <summary>Province and commune of the address.</summary>
    public FilingPlace? Place { get; init; }

    /// <summary>House number and street.</summary>
    public string? Address { get; init; }

    /// <summary>Who gives or takes the parcel; the applicant when it is missing.</summary>
    public string? Name { get; init; }

    /// <summary>His telephone number; the applicant's when it is missing.</summary>
    public string? Phone { get; init; }

    /// <summary>Whether the postman collects what is not paid of the fees when he brings the result.</summary>
    public bool? CashOnDelivery { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(FilingPost);
}

/// <summary>Who applies.</summary>
public sealed record FilingApplicant
{
    /// <summary>The kind: citizen, enterprise, agency, organisation.</summary>
    public string? Kind { get; init; }

    /// <summary>The personal number or the tax code.</summary>
    public string? PersonalId { get; init; }

    /// <summary>The name.</summary>
    public string? FullName { get; init; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The portal account.</summary>
    public string? PortalAccountId { get; init; }

    /// <summary>The sign-in by which the applicant is known (the <c>verification</c> of its result).</summary>
    public string? Verification { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(FilingApplicant)} {Kind}";
}

/// <summary>One file. Its name often holds a person's.</summary>
public sealed record FilingFile
{
    /// <summary>The component that it is.</summary>
    public string? ComponentCode { get; init; }

    /// <summary>The file's name.</summary>
    public string? Name { get; init; }

    /// <summary>The media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>The size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>The SHA-256 of the content, 64 hexadecimal digits.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Where the portal serves it.</summary>
    public string? Url { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(FilingFile)} {MediaType}, {Size} bytes";
}

/// <summary>How a filing is read: fields in camel case, a number also as a text; a value of another type is a malformed body.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(FilingRequest))]
public sealed partial class FilingJson : JsonSerializerContext;
