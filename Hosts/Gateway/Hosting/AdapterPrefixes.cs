namespace DichVuCong.Gateway.Hosting;

/// <summary>
/// Takes off the prefixes of security-server adapters (1.1, 4.1): a path may come bare, or behind <c>/XrdAdapter</c> or <c>/VXPAdapter</c>,
/// with or without <c>/RestService/forward</c>.
/// </summary>
internal sealed class AdapterPrefixes(RequestDelegate next)
{
    private static readonly PathString[] Adapters = ["/XrdAdapter", "/VXPAdapter"];
    private static readonly PathString Forward = "/RestService/forward";

    public Task InvokeAsync(HttpContext context)
    {
        foreach (var adapter in Adapters)
        {
            if (!context.Request.Path.StartsWithSegments(adapter, StringComparison.OrdinalIgnoreCase, out var rest)) continue;
            context.Request.Path = rest.StartsWithSegments(Forward, StringComparison.OrdinalIgnoreCase, out var inner) ? inner : rest;
            break;
        }

        return next(context);
    }
}
