using System.Text.Json;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Filing;

/// <summary>Puts a supplement into the content that it completes.</summary>
internal static class SupplementMerge
{
    public static DossierContent Of(DossierContent content, SupplementRequest request)
    {
        var next = content.Files.Count == 0 ? 1 : content.Files.Max(file => file.Number) + 1;
        var added = FiledDossier.FilesOf(request.Files, next);
        var kept = content.Files.Where(old => !added.Any(file => file.ComponentCode == old.ComponentCode && file.Name == old.Name));
        return content with
        {
            Revision = content.Revision + 1,
            Form = request.Form is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } form ? form.GetRawText() : content.Form,
            // A file that was replaced gets a number of its own: links to the old one end instead of serving something else.
            Files = [.. kept, .. added],
            Subject = string.IsNullOrWhiteSpace(request.Subject) ? content.Subject : request.Subject.Trim(),
        };
    }

    /// <summary>The whole content as a filing, so that the same conditions hold for it.</summary>
    public static FilingRequest AsFiling(DossierContent content, string submission) => new()
    {
        SubmissionId = submission,
        ProcedureCode = content.Procedure.Value,
        ProcedureCase = content.ProcedureCase,
        Channel = EnumWord<FilingChannel>.Of(content.Channel),
        Place = PlaceOf(content.Place),
        SubjectPlace = PlaceOf(content.SubjectPlace),
        Agency = content.Agency?.Value,
        ReceivedBy = content.ReceivedBy?.Reveal(),
        ReceivingUnit = content.ReceivingUnit?.Value,
        Applicant = new FilingApplicant
        {
            Kind = EnumWord<ApplicantKind>.Of(content.Applicant.Kind),
            PersonalId = content.Applicant.PersonalId?.Reveal(),
            FullName = content.Applicant.FullName?.Reveal(),
            Phone = content.Applicant.Phone?.Reveal(),
            Email = content.Applicant.Email?.Reveal(),
            PortalAccountId = content.Applicant.PortalAccountId,
        },
        Form = content.Form is null ? null : JsonSerializer.Deserialize(content.Form, FormJson.Default.JsonElement),
        Files =
        [
            .. content.Files.Select(file => new FilingFile
            {
                ComponentCode = file.ComponentCode,
                Name = file.Name,
                MediaType = file.MediaType,
                Size = file.Size,
                Sha256 = file.Sha256,
                Url = file.Url.ToString(),
            }),
        ],
        Post = content.Post is not { } post
            ? null
            : new FilingPost
            {
                Place = PlaceOf(post.Place),
                Address = post.Address.Reveal(),
                Name = post.Name?.Reveal(),
                Phone = post.Phone?.Reveal(),
                CashOnDelivery = post.Services.HasFlag(PostServices.CashOnDelivery),
            },
        ReturnBy = EnumWord<ResultReturn>.Of(content.ReturnBy),
        Subject = content.Subject,
    };

    private static FilingPlace? PlaceOf(Place? place) => place is null ? null : new FilingPlace(place.Province, place.Commune);
}

/// <summary>How a stored form is read.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
internal sealed partial class FormJson : System.Text.Json.Serialization.JsonSerializerContext;
