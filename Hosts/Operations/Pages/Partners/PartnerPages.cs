using DichVuCong.Contracts;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Partners;

namespace DichVuCong.Operations.Pages.Partners;

/// <summary>One partner's page.</summary>
/// <param name="Detail">What is known of it.</param>
/// <param name="Windows">Its maintenance.</param>
/// <param name="Contacts">Its contacts.</param>
/// <param name="AreClear">Whether the contacts are shown in clear.</param>
public sealed record PartnerModel(PartnerDetail Detail, IReadOnlyList<MaintenanceView> Windows, IReadOnlyList<ContactView> Contacts, bool AreClear);

/// <summary>The pages about partners.</summary>
internal static class PartnerPages
{
    public static async Task<IResult> ListAsync(Visit visit, PartnerBoard board, MaintenanceDesk maintenance, CancellationToken cancellationToken) => Page.Of<PartnersPage>(new
    {
        Partners = await board.ListAsync(visit.Who, cancellationToken),
        Windows = await maintenance.ListAsync(visit.Who, partner: null, cancellationToken),
    });

    public static async Task<IResult> TableAsync(Visit visit, PartnerBoard board, CancellationToken cancellationToken) =>
        Page.Of<PartnersTable>(new { Partners = await board.ListAsync(visit.Who, cancellationToken) });

    public static async Task<IResult> ShowAsync(
        Visit visit, PartnerBoard board, MaintenanceDesk maintenance, AgencyTree agencies, ContactDesk contacts, string partner, CancellationToken cancellationToken) =>
        await PageOfAsync(visit, board, maintenance, agencies, await contacts.ListAsync(visit.Who, partner, cancellationToken), areClear: false, partner, cancellationToken);

    public static async Task<IResult> PageOfAsync(
        Visit visit, PartnerBoard board, MaintenanceDesk maintenance, AgencyTree agencies, IReadOnlyList<ContactView> contacts, bool areClear, string partner,
        CancellationToken cancellationToken)
    {
        if (ContactDesk.AgencyOf(partner) is { } agency)
        {
            return agencies.Knows(agency)
                ? Page.Of<AgencyContactsPage>(new { Agency = agency.Value, Contacts = contacts, AreClear = areClear })
                : ProblemPages.Of(StatusCodes.Status404NotFound);
        }

        return await board.FindAsync(visit.Who, partner, cancellationToken) is { } detail
            ? Page.Of<PartnerPage>(new { Model = new PartnerModel(detail, await maintenance.ListAsync(visit.Who, partner, cancellationToken), contacts, areClear) })
            : ProblemPages.Of(StatusCodes.Status404NotFound);
    }

    /// <summary>To the contacts of an agency, by its code.</summary>
    public static IResult Agency(string? code) => AgencyCode.TryParse(code?.Trim(), out var agency)
        ? Page.GoTo($"/partners/{Uri.EscapeDataString(ContactDesk.SubjectOf(agency))}")
        : ProblemPages.Of(StatusCodes.Status400BadRequest, new Words("code: không phải mã cơ quan.", "code: is no code of an agency."));
}
