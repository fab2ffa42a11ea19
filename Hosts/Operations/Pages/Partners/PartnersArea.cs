using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Pages.Partners;

/// <summary>Each partner: is it us, them or the network; and what operators do about it.</summary>
internal static class PartnersArea
{
    public static PageArea Area { get; } = new("/partners", new Words("Đối tác", "Partners"), Permission.Look, Map);

    private static void Map(PageRoutes routes)
    {
        routes.Get("/partners", Permission.Look, PartnerPages.ListAsync);
        routes.Watch("/partners/table", Permission.Look, PartnerPages.TableAsync);
        routes.Get("/partners/agency", Permission.Look, PartnerPages.Agency);
        routes.Get("/partners/{partner}", Permission.Look, PartnerPages.ShowAsync);
        routes.Post("/partners/{partner}/pause", Permission.Act, PartnerActions.PauseAsync);
        routes.Post("/partners/{partner}/resume", Permission.Act, PartnerActions.ResumeAsync);
        routes.Post("/partners/{partner}/contacts", Permission.Act, PartnerActions.NameContactAsync);
        routes.Post("/partners/{partner}/contacts/reveal", Permission.Reveal, PartnerActions.RevealAsync);
        routes.Post("/partners/{partner}/maintenance", Permission.Act, PartnerActions.SaveWindowAsync);
        routes.Post("/partners/{partner}/maintenance/cancel", Permission.Act, PartnerActions.CancelWindowAsync);
        routes.Post("/partners/{partner}/maintenance/announce", Permission.Act, PartnerActions.AnnounceWindowAsync);
    }
}
