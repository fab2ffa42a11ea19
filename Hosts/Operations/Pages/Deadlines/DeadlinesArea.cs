using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Pages.Deadlines;

/// <summary>Every running clock, and the calendar they are counted with.</summary>
internal static class DeadlinesArea
{
    public static PageArea Area { get; } = new("/deadlines", new Words("Thời hạn", "Deadlines"), Permission.Look, Map);

    private static void Map(PageRoutes routes)
    {
        routes.Get("/deadlines", Permission.Look, DeadlinePages.ListAsync);
        routes.Get("/deadlines/{saga:long}/{clock}", Permission.Look, DeadlinePages.ShowAsync);
        routes.Post("/deadlines/{saga:long}/{clock}/move", Permission.Act, DeadlineActions.MoveAsync);
        routes.Post("/deadlines/{saga:long}/{clock}/cancel", Permission.Act, DeadlineActions.CancelAsync);
        routes.Get("/deadlines/calendar", Permission.Look, CalendarPages.ShowAsync);
        routes.Post("/deadlines/calendar/preview", Permission.Act, CalendarPages.PreviewAsync);
        routes.Post("/deadlines/calendar/propose", Permission.Act, CalendarPages.ProposeAsync);
    }
}
