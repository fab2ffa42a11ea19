using System.Text.Json.Serialization;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>Where a user goes to file a procedure (A14.4-5, A15.1-2).</summary>
/// <param name="Mode">Stay, or go to the agency's system.</param>
/// <param name="Agency">The competent agency.</param>
/// <param name="System">The one-stop system that serves it.</param>
/// <param name="Url">Where to go; null when the user stays, or the system takes no redirected users.</param>
/// <param name="Available">
/// Whether the user can file there now. A redirect needs a link and a system in service; centrally the portal takes the dossier whatever the
/// state of the system behind it.
/// </param>
public sealed record Destination(DestinationMode Mode, Agency Agency, OneStopSystem System, Uri? Url, bool Available);

/// <summary>Where a procedure is filed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DestinationMode>))]
public enum DestinationMode : byte
{
    /// <summary>On the portal, or at a counter in the coordination system.</summary>
    [JsonStringEnumMemberName("central")]
    Central = 1,

    /// <summary>On the agency's one-stop system.</summary>
    [JsonStringEnumMemberName("redirect")]
    Redirect = 2,
}

/// <summary>The destination, or the answer of the routing that leads to none.</summary>
/// <param name="Routing">The routing.</param>
/// <param name="Destination">The destination; null unless the routing leads to exactly one agency and system.</param>
public readonly record struct DestinationAnswer(RoutingAnswer Routing, Destination? Destination);

/// <summary>Answers <c>GET /v1/destinations</c> for the portal and the coordination system.</summary>
public static class Destinations
{
    /// <summary>Where the user of a question goes.</summary>
    /// <param name="router">The router.</param>
    /// <param name="question">The question.</param>
    /// <param name="windows">The announced maintenance windows (A32.3).</param>
    /// <param name="now">The time.</param>
    public static DestinationAnswer Find(Router router, RoutingQuestion question, IReadOnlyList<MaintenanceWindow> windows, DateTimeOffset now)
    {
        var answer = router.Resolve(question);
        if (answer is not RoutingAnswer.Routed routed) return new DestinationAnswer(answer, null);

        if (routed.Central) return new DestinationAnswer(answer, new Destination(DestinationMode.Central, routed.Agency, routed.System, null, true));

        var inService = !windows.Any(window => window.System == routed.System.Code && window.From <= now && now < window.To);
        var url = UrlOf(routed.System, question, routed.Agency);
        return new DestinationAnswer(answer, new Destination(DestinationMode.Redirect, routed.Agency, routed.System, url, inService && url is not null));
    }

    private static Uri? UrlOf(OneStopSystem system, RoutingQuestion question, Agency agency)
    {
        var text = system.RedirectTemplate?
            .Replace("{procedure}", Uri.EscapeDataString(question.Procedure.National.Value), StringComparison.Ordinal)
            .Replace("{agency}", Uri.EscapeDataString(agency.Code.Value), StringComparison.Ordinal);
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url : null;
    }
}
