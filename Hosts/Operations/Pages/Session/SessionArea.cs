using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Pages.Session;

/// <summary>Who one is here, and what one may do.</summary>
internal static class SessionArea
{
    public static PageArea Area { get; } = new(
        "/session", new Words("Phiên làm việc", "Session"), Permission.Look,
        routes => routes.Get("/session", Permission.Look, () => Page.Of<SessionPage>()));
}
