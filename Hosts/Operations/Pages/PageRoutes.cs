using DichVuCong.Operations.Access;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Pages;

/// <summary>Maps pages and actions; each names the permission it needs, or it cannot be mapped.</summary>
internal sealed class PageRoutes(IEndpointRouteBuilder routes)
{
    /// <summary>A page, or a part of one that a person asks for.</summary>
    public RouteHandlerBuilder Get(string pattern, Permission permission, Delegate handler) =>
        routes.MapGet(pattern, handler).WithMetadata(new EndpointRule(permission));

    /// <summary>A part of a page that updates itself, or a stream of events: it does not keep the session alive.</summary>
    public RouteHandlerBuilder Watch(string pattern, Permission permission, Delegate handler) => Get(pattern, permission, handler).WithMetadata(Unattended.Mark);

    /// <summary>
    /// An action. The front door has asked for the anti-forgery token before the handler runs; a form is read with <c>HttpRequest.Form</c>, or bound
    /// with <c>[FromForm]</c>.
    /// </summary>
    public RouteHandlerBuilder Post(string pattern, Permission permission, Delegate handler) =>
        routes.MapPost(pattern, handler).WithMetadata(new EndpointRule(permission)).DisableAntiforgery();
}
