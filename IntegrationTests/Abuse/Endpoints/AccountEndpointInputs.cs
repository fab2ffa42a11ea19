using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>What the two sides say and ask about accounts, the portal about citizens', and the contract's document.</summary>
internal static class AccountEndpointInputs
{
    private const string Coordination = "dev-coordination";
    private const string OneStop = "dev-H26";
    private const string Portal = "dev-portal";

    private static readonly (string Verb, string Sample)[] Changes =
    [
        ("move", AccountSamples.Move), ("lock", AccountSamples.End), ("withdraw", AccountSamples.End), ("unlock", AccountSamples.Because),
        ("suspend", AccountSamples.Because), ("hand-over", AccountSamples.Document), ("commitment", AccountSamples.Document), ("suspension-report", AccountSamples.Document),
    ];

    private static readonly (string Name, string[] Values)[] Following = [("after", ["", "latest", "NzQ1LjE"]), ("wait", ["", "0", "0s"]), ("limit", ["1", "1000"])];

    private static readonly (string Name, string[] Values)[] Listing = [("agency", ["H26", "H29", "h26"]), ("after", [AccountSamples.Nobody])];

    public static IEnumerable<IFuzzTarget> Of(FuzzHost? host) =>
    [
        Sends("account-create", host, "POST", Coordination, _ => "/v1/accounts", AccountSamples.Create, "POST /v1/accounts"),
        Sends("account-groups", host, "PUT", Coordination, dice => $"/v1/accounts/{Id(dice)}/groups", AccountSamples.Groups, "PUT /v1/accounts/{id}/groups"),
        Sends("account-profile", host, "PUT", Coordination, dice => $"/v1/accounts/{Id(dice)}/profile", AccountSamples.Profile, "PUT /v1/accounts/{id}/profile"),
        .. Changes.Select(change => Sends(
            $"account-{change.Verb}", host, "POST", Coordination, dice => $"/v1/accounts/{Id(dice)}/{change.Verb}", change.Sample, $"POST /v1/accounts/{{id}}/{change.Verb}")),
        Asks("accounts", host, dice => $"/v1/accounts?{Query(dice, Listing)}", "GET /v1/accounts"),
        Asks("account", host, dice => $"/v1/accounts/{Id(dice)}", "GET /v1/accounts/{id}"),
        Asks("account-who", host, dice => $"/v1/accounts/{Id(dice)}/profile", "GET /v1/accounts/{id}/profile"),
        Asks("account-events", host, dice => $"/v1/account-events?{Query(dice, Following)}", "GET /v1/account-events"),
        Sends("account-request", host, "POST", OneStop, _ => "/v1/account-requests", AccountSamples.Request, "POST /v1/account-requests"),
        Asks("account-request-state", host, dice => $"/v1/account-requests/{Id(dice)}/{Text(dice, "YC01")}", "GET /v1/account-requests/{account}/{request}"),
        Sends("account-proposal", host, "POST", OneStop, _ => "/v1/account-proposals", AccountSamples.Proposal, "POST /v1/account-proposals"),
        Sends("account-proposed-lock", host, "POST", OneStop, _ => "/v1/account-proposals", AccountSamples.ProposedLock),
        Asks("account-proposals", host, _ => "/v1/account-proposals", "GET /v1/account-proposals"),
        Asks("account-proposal-state", host, dice => $"/v1/account-proposals/H26/{Text(dice, $"fuzz-{dice.Below(4_000)}")}", "GET /v1/account-proposals/{system}/{changeId}"),
        Sends(
            "account-decision", host, "POST", Coordination, dice => $"/v1/account-proposals/H26/{Text(dice, $"fuzz-{dice.Below(4_000)}")}/decision", AccountSamples.Decision,
            "POST /v1/account-proposals/{system}/{changeId}/decision"),
        Sends("activity", host, "POST", OneStop, _ => "/v1/activity", AccountSamples.Activity, "POST /v1/activity"),
        Sends("citizens-activity", host, "POST", Portal, _ => "/v1/activity", AccountSamples.Activity),
        Sends("account-review", host, "POST", OneStop, _ => "/v1/account-reviews", AccountSamples.Review, "POST /v1/account-reviews"),
        Sends("citizen", host, "PUT", Portal, dice => $"/v1/citizen-accounts/{Text(dice, $"TECH-{dice.Below(9)}")}", AccountSamples.Citizen, "PUT /v1/citizen-accounts/{id}"),
        Sends(
            "citizen-restore", host, "POST", Portal, dice => $"/v1/citizen-accounts/{Text(dice, $"TECH-{dice.Below(9)}")}/restores", AccountSamples.Restore,
            "POST /v1/citizen-accounts/{id}/restores"),
        Asks("contract", host, _ => "/openapi/accounts.json", "GET /openapi/accounts.json"),
    ];

    private static EndpointTarget Sends(string name, FuzzHost? host, string method, string caller, Func<Dice, string> target, string sample, params IReadOnlyList<string> covers)
    {
        var doc = Doc.Parse(sample);
        return new EndpointTarget(name, AnswerShape.Portal, host, dice => Send(dice, method, target(dice), doc, dice.OnceIn(20) ? Token(dice) : caller), covers);
    }

    private static EndpointTarget Asks(string name, FuzzHost? host, Func<Dice, string> target, params IReadOnlyList<string> covers) =>
        new(name, AnswerShape.Portal, host, dice => (new HttpDraft("GET", target(dice), Headers(Token(dice)), Framing.None), []), covers);

    private static (HttpDraft, byte[]) Send(Dice dice, string method, string target, Doc sample, string token)
    {
        // A few ids and persons for all inputs: what came before comes again, with the same content and with another.
        var text = JsonMutation.Spoil(dice, sample).Replace("$ID", $"fuzz-{dice.Below(4_000)}", StringComparison.Ordinal)
            .Replace("$PERSON", $"{dice.Below(4_000):D6}", StringComparison.Ordinal);
        (string, string)[] headers = dice.OnceIn(30)
            ? [.. Headers(token), ("Content-Type", "application/json")]
            : [.. Headers(token), ("Content-Type", "application/json"), ("Idempotency-Key", $"fuzz-{dice.Below(4_000)}")];
        return (new HttpDraft(method, target, headers, Framing.Length), ByteMutation.OfText(dice, text));
    }

    private static string Query(Dice dice, (string Name, string[] Values)[] parameters) => string.Join('&', parameters.Where(_ => !dice.OnceIn(4))
        .Select(parameter => $"{parameter.Name}={(dice.OnceIn(3) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : dice.Pick(parameter.Values))}"));

    private static string Id(Dice dice) => Text(dice, dice.Pick([AccountSamples.Nobody, "T26010200000000B", "t26010200000000a", "T2601020000", "T99999900000000A"]));

    private static string Text(Dice dice, string otherwise) => dice.OnceIn(4) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : otherwise;

    private static string Token(Dice dice) => dice.Pick([Coordination, Coordination, OneStop, OneStop, Portal, "dev-operator", "dev-G08", "", Nasty.Canary]);

    private static (string, string)[] Headers(string token) => token.Length == 0
        ? [("Host", "127.0.0.1"), ("Connection", "close")]
        : [("Host", "127.0.0.1"), ("Connection", "close"), ("Authorization", $"Bearer {token}")];
}
