using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>What both sides say and ask about scopes.</summary>
internal static class ScopeEndpoints
{
    private const string Register =
        """
        {"words":[{"life":"O1772416800","at":"1772416800000.0","seen":{"C1772000000":"1772416700000.0"},"granted":true,"by":"quantri01"}],
         "withdrew":{"C1772000000":"1772416700000.0"},"known":{"C1772000000":"1772416700000.0","O1772416800":"1772416800000.0"}}
        """;

    private static readonly Doc Changes = Doc.Parse($$"""{"changes":[{"account":"T26030201G7K9A2B","procedure":"1.001193","register":{{Register}}}]}""");
    private static readonly Doc Setting = Doc.Parse("""{"granted":true,"by":"dieuphoi","system":"H29"}""");
    private static readonly Doc Comparison = Doc.Parse("""{"agency":"H29","system":"H29"}""");

    private static readonly (string Name, string[] Values)[] Following =
        [("after", ["", "1772416800.745.1", "0.0.0", "1.18446744073709551615.9223372036854775807", "1.1"]), ("limit", ["1", "1000", "0", "1001"]), ("system", ["H29", "", "G01"])];

    public static IEnumerable<IFuzzTarget> Of(FuzzHost? host) =>
    [
        new EndpointTarget("scope-changes", AnswerShape.Portal, host, dice => Send(dice, "POST", "/v1/scope-changes", Changes), "POST /v1/scope-changes"),
        new EndpointTarget("changed-scopes", AnswerShape.Portal, host, dice => (Get(dice, $"/v1/scope-changes?{Query(dice)}"), []), "GET /v1/scope-changes"),
        new EndpointTarget(
            "set-scope", AnswerShape.Portal, host, dice => Send(dice, "PUT", $"/v1/accounts/{Account(dice)}/scopes/{Procedure(dice)}", Setting),
            "PUT /v1/accounts/{id}/scopes/{procedure}"),
        new EndpointTarget("scopes", AnswerShape.Portal, host, dice => (Get(dice, $"/v1/accounts/{Account(dice)}/scopes"), []), "GET /v1/accounts/{id}/scopes"),
        new EndpointTarget("compare", AnswerShape.Portal, host, dice => Send(dice, "POST", "/v1/account-comparisons", Comparison), "POST /v1/account-comparisons"),
        new EndpointTarget("comparisons", AnswerShape.Portal, host, dice => (Get(dice, $"/v1/account-comparisons?{Query(dice)}"), []), "GET /v1/account-comparisons"),
    ];

    private static (HttpDraft, byte[]) Send(Dice dice, string method, string target, Doc sample) => (
        new HttpDraft(method, target, [.. Headers(dice), ("Content-Type", "application/json")], Framing.Length), ByteMutation.OfText(dice, JsonMutation.Spoil(dice, sample)));

    private static HttpDraft Get(Dice dice, string target) => new("GET", target, Headers(dice), Framing.None);

    private static string Query(Dice dice) => string.Join('&', Following.Where(_ => !dice.OnceIn(4))
        .Select(parameter => $"{parameter.Name}={(dice.OnceIn(3) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : dice.Pick(parameter.Values))}"));

    private static string Account(Dice dice) => dice.OnceIn(3) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : "T26030201G7K9A2B";

    private static string Procedure(Dice dice) => dice.OnceIn(3) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : "1.001193";

    private static (string, string)[] Headers(Dice dice) =>
        [("Host", "127.0.0.1"), ("Connection", "close"), ("Authorization", $"Bearer {dice.Pick(["dev-H29", "dev-H29", "dev-coordination", "dev-coordination", "dev-operator", "dev-portal", Nasty.Canary])}")];
}
