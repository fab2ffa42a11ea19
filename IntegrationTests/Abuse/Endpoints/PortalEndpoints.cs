using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>The endpoints of the portal and the coordination system.</summary>
internal static class PortalEndpoints
{
    private static readonly Doc Filing = Doc.Parse(PortalSamples.Filing("$ID", ("http://127.0.0.1:9/f/1", new byte[64])));
    private static readonly Doc Counter = Doc.Parse(PortalSamples.Counter("$ID"));
    private static readonly Doc Supplement = Doc.Parse(PortalSamples.Supplement);

    public static IEnumerable<IFuzzTarget> Of(FuzzHost? host) =>
    [
        new EndpointTarget("file-dossier", AnswerShape.Portal, host, File, "POST /v1/dossiers"),
        new EndpointTarget("supplement", AnswerShape.Portal, host, Complete, "POST /v1/dossiers/{code}/supplements"),
        new EndpointTarget("status", AnswerShape.Portal, host, dice => (Get(dice, $"/v1/dossiers/{Code(dice)}", Token(dice)), []), "GET /v1/dossiers/{code}"),
        new EndpointTarget("destinations", AnswerShape.Portal, host, dice => (Get(dice, $"/v1/destinations?{Query(dice, Destination)}", Token(dice)), []), "GET /v1/destinations"),
        new EndpointTarget("events", AnswerShape.Portal, host, dice => (Get(dice, $"/v1/events?{Query(dice, Following)}", Token(dice)), []), "GET /v1/events"),
        new EndpointTarget("restores", AnswerShape.Portal, host, dice => (Get(dice, $"/v1/restores?{Query(dice, Following)}", Token(dice)), []), "GET /v1/restores"),
    ];

    private static readonly (string Name, string[] Values)[] Destination =
    [
        ("procedure", ["1.000656", "1.001193", "1.001662"]), ("place", ["79/26740", "79", "01/00004", "79/26740/1", "/", "79/"]), ("agency", ["H29.168", "H29", "G01", "000.00.01.H22"]),
        ("level", ["commune", "province", "ministry", "COMMUNE", "1"]), ("channel", ["online", "direct", "post", "0"]),
    ];

    private static readonly (string Name, string[] Values)[] Following =
        [("after", ["", "latest", "NzQ1LjE", "MC4w", "MTg0NDY3NDQwNzM3MDk1NTE2MTUuOTIyMzM3MjAzNjg1NDc3NTgwNw"]), ("wait", ["", "0", "0s", "s", "0ss", "00"]), ("limit", ["1", "1000", "5"])];

    private static (HttpDraft, byte[]) File(Dice dice)
    {
        var isCounter = dice.OnceIn(4);
        var text = JsonMutation.Spoil(dice, isCounter ? Counter : Filing).Replace("$ID", $"fuzz-{dice.Next():x}", StringComparison.Ordinal);
        return (Post("/v1/dossiers", dice.OnceIn(30) ? Token(dice) : isCounter ? "dev-coordination" : "dev-portal"), ByteMutation.OfText(dice, text));
    }

    private static (HttpDraft, byte[]) Complete(Dice dice)
    {
        var text = JsonMutation.Spoil(dice, Supplement).Replace("bo-sung\"", $"bo-sung-{dice.Next():x}\"", StringComparison.Ordinal);
        var code = dice.OnceIn(10) ? Code(dice) : $"{{{{dossier:{1 + dice.Below(FuzzHost.Dossiers - 1)}}}}}";
        return (Post($"/v1/dossiers/{code}/supplements", "dev-portal"), ByteMutation.OfText(dice, text));
    }

    private static string Code(Dice dice) => dice.Below(4) switch
    {
        0 => $"{{{{dossier:{dice.Below(FuzzHost.Dossiers)}}}}}",
        1 => $"H29-261122-{dice.Below(9_999_999):D7}",
        _ => HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)),
    };

    private static string Query(Dice dice, (string Name, string[] Values)[] parameters)
    {
        var parts = parameters.Where(_ => !dice.OnceIn(4))
            .Select(parameter => $"{parameter.Name}={(dice.OnceIn(3) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : Uri.EscapeDataString(dice.Pick(parameter.Values)))}")
            .ToList();
        if (parts.Count > 0 && dice.OnceIn(10)) parts.Add(parts[0]);
        return string.Join('&', parts);
    }

    private static HttpDraft Get(Dice dice, string target, string token) =>
        new("GET", target, token.Length == 0 ? Headers() : [.. Headers(), ("Authorization", $"Bearer {token}")], dice.OnceIn(10) ? Framing.Length : Framing.None);

    private static HttpDraft Post(string target, string token) =>
        new("POST", target, [.. Headers(), ("Content-Type", "application/json"), ("Authorization", $"Bearer {token}")], Framing.Length);

    private static (string, string)[] Headers() => [("Host", "127.0.0.1"), ("Connection", "close")];

    private static string Token(Dice dice) => dice.Pick(["dev-portal", "dev-portal", "dev-portal", "dev-coordination", "dev-H29", "dev-operator", "", "{{session:H29}}", Nasty.Canary]);
}
