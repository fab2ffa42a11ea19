using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Pages.Parked;

/// <summary>Messages that wait for a person.</summary>
internal static class ParkedArea
{
    public static PageArea Area { get; } = new("/parked", new Words("Tin chờ xử lý tay", "Parked messages"), Permission.Look, Map);

    private static void Map(PageRoutes routes)
    {
        routes.Get("/parked", Permission.Look, ParkedPages.CausesAsync);
        routes.Get("/parked/causes/{cause}", Permission.Look, ParkedPages.CauseAsync);
        routes.Get("/parked/{id:guid}", Permission.Look, ParkedPages.ShowAsync);
        routes.Watch("/parked/progress/{approval:guid}", Permission.Look, ParkedPages.ProgressAsync);
        routes.Post("/parked/{id:guid}/reveal", Permission.Reveal, ParkedActions.RevealAsync);
        routes.Post("/parked/{id:guid}/retry", Permission.Act, ParkedActions.RetryAsync);
        routes.Post("/parked/{id:guid}/discard", Permission.Act, ParkedActions.DiscardAsync);
        routes.Post("/parked/{id:guid}/edit", Permission.Act, ParkedActions.EditAsync);
        routes.Post("/parked/causes/{cause}/retry", Permission.Act, ParkedActions.RetryGroupAsync);
    }
}
