using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Registries.Access;
using DichVuCong.Saga.Filing;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.Filing;

/// <summary>A filing that meets the technical conditions, in the house's own types.</summary>
internal sealed record FiledDossier
{
    public required RoutingQuestion Question { get; init; }

    public required DossierOrigin Origin { get; init; }

    public required Applicant Applicant { get; init; }

    public required NoticeChannels Notify { get; init; }

    public required ResultReturn ReturnBy { get; init; }

    /// <summary>What the public post is to do; null when it is to do nothing.</summary>
    public PostalContact? Post { get; init; }

    public required FilingRequest Request { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Reads a request that has no deficiency.</summary>
    /// <exception cref="UnreadableFieldException">A field has no meaning after all: a gap of the conditions, told to the caller as malformed.</exception>
    public static FiledDossier Read(FilingRequest request, Account account, DateTimeOffset now)
    {
        var origin = account.Kind == AccountKind.Coordination ? DossierOrigin.Coordination : DossierOrigin.Portal;
        // An account files for itself: what it says of its origin may only confirm that.
        if (Optional<DossierOrigin>(request.Origin, "origin") is { } said && said != origin) throw new UnreadableFieldException("origin");
        var applicant = ApplicantOf(request.Applicant);
        var returnBy = Optional<ResultReturn>(request.ReturnBy, "returnBy") ?? ResultReturn.Direct;
        var channel = Optional<FilingChannel>(request.Channel, "channel") ?? (origin == DossierOrigin.Coordination ? FilingChannel.Direct : FilingChannel.Online);
        return new FiledDossier
        {
            Origin = origin,
            Applicant = applicant,
            Notify = ChannelsOf(request, applicant),
            ReturnBy = returnBy,
            Post = PostOf(request.Post, channel, returnBy),
            Request = request,
            SubmittedAt = request.SubmittedAt is null ? null : TimeOf(request.SubmittedAt),
            Question = new RoutingQuestion
            {
                Procedure = Code<ProcedureCode>(request.ProcedureCode, ProcedureCode.TryParse, "procedureCode")
                    ?? throw new UnreadableFieldException("procedureCode"),
                Channel = channel,
                Date = VietnamTime.DayOf(now),
                Place = PlaceOf(request.Place),
                SubjectPlace = PlaceOf(request.SubjectPlace),
                Agency = Code<AgencyCode>(request.Agency, AgencyCode.TryParse, "agency"),
                Level = Optional<AdministrativeLevel>(request.Level, "level"),
                Case = request.ProcedureCase,
                ReceivingUnit = Code<AgencyCode>(request.ReceivingUnit, AgencyCode.TryParse, "receivingUnit"),
                AtCounter = origin == DossierOrigin.Coordination,
            },
        };
    }

    /// <summary>The files, numbered from <paramref name="first"/>.</summary>
    public static IReadOnlyList<DossierFile> FilesOf(IReadOnlyList<FilingFile?>? files, int first) =>
    [
        .. (files ?? []).Select((file, index) => new DossierFile(
            first + index,
            file?.ComponentCode?.Trim() ?? "",
            file?.Name?.Trim() ?? throw new UnreadableFieldException($"files[{index}].name"),
            file.MediaType?.Trim() ?? throw new UnreadableFieldException($"files[{index}].mediaType"),
            file.Size ?? throw new UnreadableFieldException($"files[{index}].size"),
            file.Sha256?.Trim().ToLowerInvariant() ?? throw new UnreadableFieldException($"files[{index}].sha256"),
            Uri.TryCreate(file.Url?.Trim(), UriKind.Absolute, out var url) ? url : throw new UnreadableFieldException($"files[{index}].url"))),
    ];

    private static Applicant ApplicantOf(FilingApplicant? applicant) => new()
    {
        Kind = Optional<ApplicantKind>(applicant?.Kind, "applicant.kind") ?? throw new UnreadableFieldException("applicant.kind"),
        PersonalId = Text<PersonalId>(applicant?.PersonalId, PersonalId.TryParse, "applicant.personalId"),
        FullName = Text<PersonName>(applicant?.FullName, PersonName.TryParse, "applicant.fullName"),
        Phone = Text<PhoneNumber>(applicant?.Phone, PhoneNumber.TryParse, "applicant.phone"),
        Email = Text<EmailAddress>(applicant?.Email, EmailAddress.TryParse, "applicant.email"),
        PortalAccountId = string.IsNullOrWhiteSpace(applicant?.PortalAccountId) ? null : applicant.PortalAccountId.Trim(),
    };

    private static NoticeChannels ChannelsOf(FilingRequest request, Applicant applicant)
    {
        var channels = NoticeChannels.None;
        foreach (var word in request.Notify ?? [])
        {
            channels |= word?.Trim().ToUpperInvariant() switch
            {
                "SMS" when applicant.Phone is { IsMobile: true } => NoticeChannels.Sms,
                "EMAIL" when applicant.Email is not null => NoticeChannels.Email,
                "APP" when applicant.PersonalId is { IsPersonalNumber: true } => NoticeChannels.App,
                "PORTAL" when applicant.PortalAccountId is not null => NoticeChannels.Portal,
                _ => NoticeChannels.None,
            };
        }

        return channels;
    }

    /// <summary>
    /// Papers are collected for what is filed by post, a result is brought where the applicant wants it so. Without an address nothing is asked
    /// of the post: that of dossiers which are not served centrally is the agency's to order (A33.4).
    /// </summary>
    private static PostalContact? PostOf(FilingPost? post, FilingChannel channel, ResultReturn returnBy)
    {
        var services = (channel == FilingChannel.Post ? PostServices.CollectPapers : PostServices.None)
            | (returnBy == ResultReturn.Post ? PostServices.ReturnResult : PostServices.None);
        if (post is null || services == PostServices.None || PlaceOf(post.Place) is not { } place) return null;
        if (Text<PostalAddress>(post.Address, PostalAddress.TryParse, "post.address") is not { } address) return null;
        if (post.CashOnDelivery == true && returnBy == ResultReturn.Post) services |= PostServices.CashOnDelivery;
        return new PostalContact
        {
            Services = services,
            Place = place,
            Address = address,
            Name = Text<PersonName>(post.Name, PersonName.TryParse, "post.name"),
            Phone = Text<PhoneNumber>(post.Phone, PhoneNumber.TryParse, "post.phone"),
        };
    }

    private static Place? PlaceOf(FilingPlace? place) =>
        string.IsNullOrWhiteSpace(place?.Province)
            ? null
            : new Place(place.Province.Trim(), string.IsNullOrWhiteSpace(place.Commune) ? null : place.Commune.Trim());

    private static DateTimeOffset TimeOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new UnreadableFieldException("submittedAt");

    private static T? Optional<T>(string? word, string field)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(word)) return null;
        return EnumWord<T>.TryParse(word.Trim(), out var value) ? value : throw new UnreadableFieldException(field);
    }

    private delegate bool Parser<T>(string? text, out T value);

    private static T? Code<T>(string? text, Parser<T> parse, string field)
        where T : struct
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return parse(text.Trim(), out var value) ? value : throw new UnreadableFieldException(field);
    }

    private static T? Text<T>(string? text, Parser<T?> parse, string field)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return parse(text.Trim(), out var value) ? value : throw new UnreadableFieldException(field);
    }
}

/// <summary>A field that no reader understands.</summary>
internal sealed class UnreadableFieldException(string field) : Exception($"The field {field} cannot be read.")
{
    public string Field { get; } = field;
}
