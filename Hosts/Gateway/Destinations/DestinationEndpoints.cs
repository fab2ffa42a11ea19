using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Dossiers;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.Destinations;

/// <summary>Where a user goes to file a procedure (A14.4-5, A15.1-2): stay, or be redirected without logging in again.</summary>
internal static class DestinationEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/v1/destinations", Find).WithName("Destinations");

    private static IResult Find(
        [AsParameters] DestinationQuery query, HttpRequest request, Callers callers, LiveCatalogue live, SystemHealth health, TimeProvider time)
    {
        if (callers.Of(request) is not { } account) return Refusals.Unauthorized();
        if (account.Kind is not (AccountKind.Portal or AccountKind.Coordination))
        {
            return Refusals.Forbidden("Chỉ Cổng Dịch vụ công quốc gia và hệ thống điều phối được hỏi nơi nộp hồ sơ.");
        }

        var now = time.GetUtcNow();
        if (!query.TryRead(now, account.Kind == AccountKind.Coordination, out var question, out var field, out var rule)) return Refusals.Malformed(field, rule);
        var catalogue = live.Current;
        var answer = Saga.Routing.Destinations.Find(catalogue.Router, question, catalogue.Index.Data.Calendars.Windows, now);
        if (answer.Destination is not { } destination) return new ProblemResult(RoutingProblems.Of(answer.Routing));
        return Results.Json(
            new DestinationView(
                destination.Mode,
                new AgencyView(destination.Agency.Code.Value, destination.Agency.Name),
                new SystemView(destination.System.Code, destination.System.Name),
                destination.Url,
                destination.Available && (destination.Mode == DestinationMode.Central || health.IsWell(destination.System.Code))),
            DestinationJson.Readable.DestinationView);
    }
}

/// <summary>The question, as it comes.</summary>
internal sealed record DestinationQuery
{
    public string? Procedure { get; init; }

    public string? Agency { get; init; }

    /// <summary>The province, or province and commune: <c>79</c>, <c>79/26734</c>.</summary>
    public string? Place { get; init; }

    public string? Level { get; init; }

    public string? Channel { get; init; }

    public bool TryRead(DateTimeOffset now, bool atCounter, out RoutingQuestion question, out string field, out string rule)
    {
        (question, field, rule) = (null!, "", "");
        if (!ProcedureCode.TryParse(Procedure, out var procedure)) return Wrong("procedure", "Cần mã thủ tục hành chính, ví dụ 1.001193.", out field, out rule);
        AgencyCode? agency = null;
        if (!string.IsNullOrEmpty(Agency))
        {
            if (!AgencyCode.TryParse(Agency, out var code)) return Wrong("agency", "Không phải mã định danh cơ quan.", out field, out rule);
            agency = code;
        }

        if (agency is null && string.IsNullOrEmpty(Place)) return Wrong("place", "Cần place=<tỉnh>[/<xã>] hoặc agency=<mã định danh>.", out field, out rule);
        AdministrativeLevel? level = null;
        if (!string.IsNullOrEmpty(Level))
        {
            if (!EnumWord<AdministrativeLevel>.TryParse(Level, out var named)) return Wrong("level", "Phải là ministry, province, commune hoặc other.", out field, out rule);
            level = named;
        }

        var channel = atCounter ? FilingChannel.Direct : FilingChannel.Online;
        if (!string.IsNullOrEmpty(Channel) && !EnumWord<FilingChannel>.TryParse(Channel, out channel))
        {
            return Wrong("channel", "Phải là online, direct hoặc post.", out field, out rule);
        }

        question = new RoutingQuestion
        {
            Procedure = procedure,
            Channel = channel,
            Date = VietnamTime.DayOf(now),
            Place = PlaceOf(Place),
            Agency = agency,
            Level = level,
            AtCounter = atCounter,
        };
        return true;
    }

    private static Place? PlaceOf(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new Place(text) : new Place(text[..slash], text[(slash + 1)..]);
    }

    private static bool Wrong(string name, string text, out string field, out string rule)
    {
        (field, rule) = (name, text);
        return false;
    }
}

/// <summary>The answer.</summary>
internal sealed record DestinationView(DestinationMode Mode, AgencyView Agency, SystemView System, Uri? Url, bool Available);

/// <summary>A one-stop system as callers see it.</summary>
internal sealed record SystemView(string Code, string Name);

/// <summary>How destinations are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DestinationView))]
internal sealed partial class DestinationJson : JsonSerializerContext
{
    private static DestinationJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static DestinationJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
