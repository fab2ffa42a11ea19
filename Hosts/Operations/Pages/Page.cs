using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DichVuCong.Operations.Pages;

/// <summary>Answers with a component: a page with the frame around it when the component names a layout, a part of a page otherwise.</summary>
internal static class Page
{
    /// <summary>Renders <typeparamref name="TComponent"/>.</summary>
    /// <param name="parameters">Its parameters, as an anonymous object; null for none.</param>
    /// <param name="status">The status of the answer.</param>
    public static IResult Of<TComponent>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new RazorComponentResult<TComponent>(parameters ?? new { }) { PreventStreamingRendering = true, StatusCode = status };

    /// <summary>Leads on to a page of ours after an action: the browser's "reload" then repeats nothing.</summary>
    public static IResult GoTo(string path) => new SeeOther(path);

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
