using System.Globalization;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Files;

namespace DichVuCong.Sandbox.Portal;

/// <summary>The portal's file store.</summary>
internal sealed class PortalEndpoints(FaultBook faults, Answering answering, FileCounts counts)
{
    /// <summary>Adds it.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/portal/files/{seed}/{size}/{name}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);

    private async Task ServeAsync(HttpContext context)
    {
        var values = context.Request.RouteValues;
        var name = (string)values["name"]!;
        if (!uint.TryParse((string)values["seed"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            || !int.TryParse((string)values["size"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !PortalFile.IsSize(size))
        {
            await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status404NotFound));
            return;
        }

        counts.Served(size);
        var file = new PortalFile(seed, size);
        var fault = faults.Draw(Parties.PortalFiles, FaultCalls.Question, $"{seed}/{size}");
        await answering.AnswerAsync(context, fault, new FileVisit(file, name));
    }
}
