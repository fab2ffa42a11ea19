using System.Text.Json.Serialization;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Parcels;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>
/// What a dossier contains: personal data and files. It is stored once, sealed, and read by the adapters that need it; it never travels in
/// a message.
/// </summary>
public sealed record DossierContent
{
    /// <summary>The dossier's code.</summary>
    public required DossierCode Dossier { get; init; }

    /// <summary>1 for the filing; each supplement makes the next.</summary>
    public required int Revision { get; init; }

    /// <summary>The procedure.</summary>
    public required ProcedureCode Procedure { get; init; }

    /// <summary>The procedure's name (TenTTHC).</summary>
    public required string ProcedureName { get; init; }

    /// <summary>The sector's code (MaLinhVuc).</summary>
    public required string SectorCode { get; init; }

    /// <summary>The sector's name (TenLinhVuc).</summary>
    public required string SectorName { get; init; }

    /// <summary>The competent agency; null while the dossier waits for coordination.</summary>
    public AgencyCode? Agency { get; init; }

    /// <summary>The competent agency's name (DonViXuLy).</summary>
    public string? AgencyName { get; init; }

    /// <summary>How it was filed.</summary>
    public required FilingChannel Channel { get; init; }

    /// <summary>When it was filed.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Who applies.</summary>
    public required Applicant Applicant { get; init; }

    /// <summary>The electronic form's fields, as JSON, just as they came.</summary>
    public string? Form { get; init; }

    /// <summary>The files: links and hashes, no content.</summary>
    public required IReadOnlyList<DossierFile> Files { get; init; }

    /// <summary>How the result is to be returned.</summary>
    public ResultReturn ReturnBy { get; init; }

    /// <summary>Where the public post finds the applicant; null when nothing is asked of it.</summary>
    public PostalContact? Post { get; init; }

    /// <summary>What the dossier is about (TrichYeuHoSo), when the applicant said it.</summary>
    public string? Subject { get; init; }

    /// <summary>When the applicant sent it, by the caller's clock; null when the caller did not say.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Where it was filed; null when only the agency was named.</summary>
    public Place? Place { get; init; }

    /// <summary>Where its subject lies, when that is somewhere else.</summary>
    public Place? SubjectPlace { get; init; }

    /// <summary>The case of the procedure's channel, from 1.</summary>
    public int? ProcedureCase { get; init; }

    /// <summary>The officer at the counter (A15.1).</summary>
    public PersonName? ReceivedBy { get; init; }

    /// <summary>The unit whose counter took it.</summary>
    public AgencyCode? ReceivingUnit { get; init; }
}

/// <summary>Who applies, and how to reach them.</summary>
public sealed record Applicant
{
    /// <summary>The kind of applicant.</summary>
    public required ApplicantKind Kind { get; init; }

    /// <summary>The personal number or the tax code.</summary>
    public PersonalId? PersonalId { get; init; }

    /// <summary>The name.</summary>
    public PersonName? FullName { get; init; }

    /// <summary>Where SMS go.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>Where e-mail goes.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>The portal account (TechID, MaDoiTuong).</summary>
    public string? PortalAccountId { get; init; }
}

/// <summary>One file of a dossier.</summary>
/// <param name="Number">Its number in the dossier, from 1; the file gateway's links name it.</param>
/// <param name="ComponentCode">The component of the procedure that it is (MaThanhPhanHoSo); empty when the portal did not say.</param>
/// <param name="Name">The file's name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">The SHA-256 of its content, 64 hexadecimal digits in lower case.</param>
/// <param name="Url">Where the portal serves it.</param>
public sealed record DossierFile(int Number, string ComponentCode, string Name, string MediaType, long Size, string Sha256, Uri Url);

/// <summary>How dossier contents are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DossierContent))]
public sealed partial class DossierContentJson : JsonSerializerContext;
