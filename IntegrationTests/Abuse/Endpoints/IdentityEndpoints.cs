using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>Sign-ins, hand-overs and prefilled forms: what the portal and one-stop systems post, and what a browser brings back.</summary>
internal static class IdentityEndpoints
{
    private static readonly Doc Begin = Doc.Parse($$"""{"source":"vneid","returnTo":"http://127.0.0.1:9/portal/signed-in","binding":"{{FuzzIdentity.Binding}}","state":"caller"}""");
    private static readonly Doc Fetch = Doc.Parse($$$"""{"result":"{{result:0}}","binding":"{{{FuzzIdentity.Binding}}}"}""");
    private static readonly Doc HandOver = Doc.Parse("""{"verification":"{{verification:0}}","as":"citizen","procedure":"1.001662","place":"01/00004","level":"commune"}""");
    private static readonly Doc Redeem = Doc.Parse("""{"ticket":"$TICKET","redemptionId":"call-$ID"}""");
    private static readonly Doc Prefill = Doc.Parse("""{"verification":"{{verification:0}}","procedure":"1.001193","purpose":"filing","sources":["population","enterprises"]}""");

    private static readonly string[] Errors = ["access_denied", "server_error", "invalid_scope", "<script>", Nasty.Canary];

    public static IEnumerable<IFuzzTarget> Of(FuzzHost? host) =>
    [
        new EndpointTarget("sign-in", AnswerShape.Portal, host, dice => Post(dice, "/v1/sign-ins", Begin, Portal(dice)), "POST /v1/sign-ins"),
        new EndpointTarget("sign-in-result", AnswerShape.Portal, host, dice => Post(dice, "/v1/sign-ins/results", Fetch, Portal(dice)), "POST /v1/sign-ins/results"),
        new EndpointTarget("sign-in-callback", AnswerShape.SignIn, host, ComeBack, "GET /sign-in/{source}/callback"),
        new EndpointTarget("hand-over", AnswerShape.Portal, host, dice => Post(dice, "/v1/hand-overs", HandOver, Portal(dice)), "POST /v1/hand-overs"),
        new EndpointTarget("redeem", AnswerShape.Portal, host, Present, "POST /v1/hand-overs/redeem"),
        new EndpointTarget("ticket-keys", AnswerShape.Portal, host, dice => (Get("/v1/hand-overs/keys"), []), "GET /v1/hand-overs/keys"),
        new EndpointTarget("prefill", AnswerShape.Portal, host, dice => Post(dice, "/v1/prefills", Prefill, Portal(dice)), "POST /v1/prefills"),
    ];

    private static (HttpDraft, byte[]) ComeBack(Dice dice)
    {
        var source = dice.OnceIn(6) ? dice.Pick(["nobody", "VNEID", "..%2fvneid", HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts))]) : dice.Pick(["vneid", "broker"]);
        var state = dice.OnceIn(4) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : $"{{{{state:{dice.Below(FuzzIdentity.States)}}}}}";
        var what = dice.Below(4) switch
        {
            0 => $"error={HttpSpoiling.Escaped(dice, dice.Pick(Errors))}",
            1 => $"code={HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts))}&encrypt_key={HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts))}",
            2 => $"code={new string('A', 64 + dice.Below(4000))}&encrypt_key={new string('A', 344)}",
            _ => $"code={Nasty.Canary}",
        };
        return (Get($"/sign-in/{source}/callback?{what}&state={state}{(dice.OnceIn(10) ? "&state=x" : "")}"), []);
    }

    private static (HttpDraft, byte[]) Present(Dice dice)
    {
        var (call, _) = Post(dice, "/v1/hand-overs/redeem", Redeem, dice.OnceIn(6) ? Portal(dice) : dice.OnceIn(3) ? "dev-H26" : "dev-H29");
        var ticket = dice.Below(4) switch
        {
            0 => dice.Pick(["a.b.c", "..", "eyJhbGciOiJub25lIn0.e30.", new string('.', 2000), Nasty.Canary]),
            1 => $"{{{{ticket:{dice.Below(FuzzIdentity.Tickets)}}}}}A",
            _ => $"{{{{ticket:{dice.Below(FuzzIdentity.Tickets)}}}}}",
        };
        var text = JsonMutation.Spoil(dice, Redeem).Replace("$TICKET", ticket, StringComparison.Ordinal).Replace("$ID", $"{dice.Below(5)}", StringComparison.Ordinal);
        return (call, ByteMutation.OfText(dice, text));
    }

    private static (HttpDraft, byte[]) Post(Dice dice, string target, Doc sample, string token) => (
        new HttpDraft("POST", target, [.. Headers(), ("Content-Type", "application/json"), ("Authorization", $"Bearer {token}")], Framing.Length),
        ByteMutation.OfText(dice, JsonMutation.Spoil(dice, sample)));

    private static HttpDraft Get(string target) => new("GET", target, Headers(), Framing.None);

    private static string Portal(Dice dice) => dice.OnceIn(8) ? dice.Pick(["dev-coordination", "dev-H29", "dev-operator", "", Nasty.Canary]) : "dev-portal";

    private static (string, string)[] Headers() => [("Host", "127.0.0.1"), ("Connection", "close")];
}
