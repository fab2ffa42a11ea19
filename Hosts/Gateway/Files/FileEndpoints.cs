using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Files;
using Microsoft.Net.Http.Headers;

namespace DichVuCong.Gateway.Files;

/// <summary>
/// Files of dossiers for the agencies' systems: behind a link that ends, fetched from the portal, handed out only when size and hash are what
/// the dossier says.
/// </summary>
internal static class FileEndpoints
{
    public static void Map(WebApplication app) => app.MapMethods("/files/{token}", [HttpMethods.Get, HttpMethods.Head], ServeAsync).WithName("FileContent");

    private static async Task<IResult> ServeAsync(
        string token, HttpContext context, FileTokens links, DossierContents contents, FileTurns turns, PortalFiles portal, FileRecords records,
        FileRelayOptions options, ILogger<FileSpool> logger, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        if (links.Read(token) is not { } link) return FileProblems.NoSuchLink();
        if (!link.IsGood) return FileProblems.Ended();
        var content = await contents.FindAsync(link.Dossier, link.Revision, cancellationToken);
        if (content?.Files.FirstOrDefault(row => row.Number == link.FileNumber) is not { } file) return FileProblems.NoSuchLink();

        FetchedFile fetched;
        using (var turn = await turns.TakeAsync(link.Dossier, cancellationToken))
        {
            if (turn is null) return Refusals.Busy(options.ComeBack);
            fetched = await portal.FetchAsync(file, cancellationToken);
        }

        switch (fetched)
        {
            case FetchedFile.Verified verified:
                // Disposed with the response, whatever becomes of it from here.
                context.Response.RegisterForDisposeAsync(verified.File);
                await records.NoteAccessAsync(link, cancellationToken);
                return HandOut(context.Response, file, verified.File.Content);
            case FetchedFile.Faulty faulty:
                FileLog.Fault(logger, link.Dossier.Value, content.Revision, file.Number, faulty.Fault);
                await records.ReportAsync(link.Dossier, content.Revision, file.Number, faulty.Fault, cancellationToken);
                return FileProblems.Of(faulty.Fault);
            case FetchedFile.Unreachable unreachable:
                FileLog.Unreachable(logger, link.Dossier.Value, file.Number, unreachable.Cause);
                return FileProblems.Unreachable(options.ComeBack);
            case FetchedFile.Refused refused:
                FileLog.Refused(logger, link.Dossier.Value, file.Number, refused.Cause);
                return FileProblems.NotFetchable();
            default:
                return Refusals.Busy(options.ComeBack);
        }
    }

    private static IResult HandOut(HttpResponse response, DossierFile file, Stream content)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";

        // Not by way of Results.Stream: that one logs the name.
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        var mediaType = MediaTypeHeaderValue.TryParse(file.MediaType, out var known) ? known.ToString() : "application/octet-stream";
        return Results.Stream(content, mediaType, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }
}

/// <summary>What is logged about files: dossiers by code, files by number, never a name or an address.</summary>
internal static partial class FileLog
{
    [LoggerMessage(4101, LogLevel.Warning, "File {Number} of revision {Revision} of {Dossier} is not what the dossier says: {Fault}")]
    public static partial void Fault(ILogger logger, string dossier, int revision, int number, FileFault fault);

    [LoggerMessage(4102, LogLevel.Warning, "File {Number} of {Dossier} could not be fetched now: {Cause}")]
    public static partial void Unreachable(ILogger logger, string dossier, int number, string cause);

    [LoggerMessage(4103, LogLevel.Error, "File {Number} of {Dossier} cannot be fetched: {Cause}")]
    public static partial void Refused(ILogger logger, string dossier, int number, string cause);
}
