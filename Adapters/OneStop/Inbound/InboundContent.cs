using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.OneStop.Inbound;

/// <summary>
/// The content of a dossier that an agency received itself, in the form in which all dossiers are stored. Only what is valid is taken into
/// the typed fields; the object as it was sent is kept beside it. Its papers are links of the agency's, without size or hash: no files of ours.
/// </summary>
public static class InboundContent
{
    private const string ByPost = "1";

    /// <summary>The first revision of a dossier's content.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="agency">The agency that received it.</param>
    public static DossierContent Of(InboundDossier dossier, Agency agency)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(agency);
        var wire = dossier.AsSent;
        return new DossierContent
        {
            Dossier = dossier.Dossier,
            Revision = 1,
            Procedure = dossier.Procedure,
            ProcedureName = dossier.ProcedureName ?? "",
            SectorCode = dossier.SectorCode ?? "",
            SectorName = dossier.SectorName ?? "",
            Agency = agency.Code,
            AgencyName = dossier.AgencyName ?? agency.Name,
            Channel = dossier.Channel,
            FiledAt = dossier.FiledAt ?? dossier.ReceivedAt,
            Applicant = new Applicant
            {
                Kind = KindOf(wire.LoaiDoiTuong),
                PersonalId = OwnerNumber(wire),
                FullName = Parse<PersonName>(wire.ChuHoSo),
                Phone = Parse<PhoneNumber>(wire.SoDienThoai),
                Email = Parse<EmailAddress>(wire.Email),
                PortalAccountId = wire.MaDoiTuong,
            },
            Files = [],
            ReturnBy = wire.HinhThuc == ByPost ? ResultReturn.Post : ResultReturn.Direct,
            Subject = wire.TrichYeuHoSo,
        };
    }

    /// <summary>The number by which the owner is known; null when none was given that can be one.</summary>
    public static PersonalId? OwnerNumber(IDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier.OwnerNumbers.Where(number => !IsFiller(number)).Select(Parse<PersonalId>).FirstOrDefault(number => number is not null);
    }

    /// <summary>Clients that must send a number and have none send one such as 000000001 (<c>one-stop-and-portal-wire.md</c> 9, 15).</summary>
    private static bool IsFiller(string number) => number.TrimStart('0').Length <= 1;

    private static ApplicantKind KindOf(string? code) => code switch
    {
        "2" => ApplicantKind.Enterprise,
        "3" => ApplicantKind.Agency,
        "4" => ApplicantKind.Organisation,
        _ => ApplicantKind.Citizen,
    };

    private static T? Parse<T>(string? text)
        where T : class, IText<T> =>
        T.TryParse(text, out var value) ? value : null;
}
