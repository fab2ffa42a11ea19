using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>What agencies and the portal ask about payments, and the payer's two pages.</summary>
internal static class PaymentEndpoints
{
    private static readonly Doc Obligation = Doc.Parse(PaymentSamples.Obligation);
    private static readonly Doc Cancel = Doc.Parse(PaymentSamples.Cancel);
    private static readonly Doc Pay = Doc.Parse(PaymentSamples.Pay);
    private static readonly Doc RefundDecision = Doc.Parse(PaymentSamples.RefundDecision);
    private static readonly Doc Receipt = Doc.Parse(PaymentSamples.Receipt);
    private static readonly Doc Answer = Doc.Parse(PaymentSamples.Answer);

    private static readonly (string Name, string[] Values)[] Following =
        [("after", ["", "latest", "NzQ1LjE", "MC4w", "MTg0NDY3NDQwNzM3MDk1NTE2MTUuOTIyMzM3MjAzNjg1NDc3NTgwNw"]), ("wait", ["", "0", "0s", "s", "0ss"]), ("limit", ["1", "1000", "5"])];

    private static readonly (string Name, string[] Values)[] Return =
        [("vnp_TxnRef", ["{{order:0}}", "{{order:3}}"]), ("reference", ["{{order:0}}", "D26010100000000001"]), ("vnp_ResponseCode", ["00", "24"]), ("vnp_SecureHash", ["0"])];

    public static IEnumerable<IFuzzTarget> Of(FuzzHost? host) =>
    [
        new EndpointTarget("obligation", AnswerShape.Portal, host, State, "POST /v1/obligations"),
        new EndpointTarget("obligation-state", AnswerShape.Portal, host, dice => (Get($"/v1/obligations/{Id(dice)}", Token(dice)), []), "GET /v1/obligations/{id}"),
        new EndpointTarget("obligation-cancel", AnswerShape.Portal, host, TakeBack, "POST /v1/obligations/{id}/cancel"),
        new EndpointTarget("order", AnswerShape.Portal, host, dice => (Get($"/v1/orders/{Reference(dice)}", Token(dice)), []), "GET /v1/orders/{reference}"),
        new EndpointTarget("pay", AnswerShape.Paying, host, Begin, "POST /v1/orders/{reference}/pay"),
        new EndpointTarget(
            "refund-decision", AnswerShape.Portal, host, dice => OfOrder(dice, "refund-decisions", RefundDecision), "POST /v1/orders/{reference}/refund-decisions"),
        new EndpointTarget("receipt", AnswerShape.Portal, host, dice => OfOrder(dice, "receipts", Receipt), "POST /v1/orders/{reference}/receipts"),
        new EndpointTarget("inquiries", AnswerShape.Portal, host, dice => (Get("/v1/inquiries", Token(dice)), []), "GET /v1/inquiries"),
        new EndpointTarget("inquiry-answer", AnswerShape.Portal, host, Reply, "POST /v1/inquiries/{difference}/answers"),
        new EndpointTarget(
            "payment-events", AnswerShape.Portal, host, dice => (Get($"/v1/payment-events?{Query(dice, Following)}", Token(dice)), []), "GET /v1/payment-events"),
        new EndpointTarget("pay-page", AnswerShape.Page, host, dice => (Get($"/pay/{Reference(dice)}", ""), []), "GET /pay/{reference}"),
        new EndpointTarget("pay-return", AnswerShape.Page, host, dice => (Get($"/payments/return?{Query(dice, Return)}", ""), []), "GET /payments/return"),
    ];

    private static (HttpDraft, byte[]) State(Dice dice) => Post(dice, "/v1/obligations", Obligation, Agency(dice));

    private static (HttpDraft, byte[]) TakeBack(Dice dice) =>
        Post(dice, $"/v1/obligations/{(dice.OnceIn(3) ? Id(dice) : "{{obligation:4}}")}/cancel", Cancel, Agency(dice));

    private static (HttpDraft, byte[]) Begin(Dice dice)
    {
        var (call, body) = Post(dice, $"/v1/orders/{Reference(dice)}/pay", Pay, dice.OnceIn(10) ? Token(dice) : "dev-portal");
        if (dice.OnceIn(2)) return (call, body);
        // The other partners; the simulated bank's own interface is not there, which is its outage.
        return (call, System.Text.Encoding.UTF8.GetBytes($$"""{"partner":"{{dice.Pick(["vietqr", "mb", "platform", "VNPAY", " vnpay "])}}"}"""));
    }

    private static (HttpDraft, byte[]) OfOrder(Dice dice, string what, Doc sample) =>
        Post(dice, $"/v1/orders/{(dice.OnceIn(5) ? Reference(dice) : "{{order:3}}")}/{what}", sample, Agency(dice));

    private static (HttpDraft, byte[]) Reply(Dice dice)
    {
        var difference = dice.OnceIn(3) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : dice.Pick(["{{difference:0}}", "x%2Fy", "a/b"]);
        return Post(dice, $"/v1/inquiries/{difference}/answers", Answer, Agency(dice));
    }

    private static (HttpDraft, byte[]) Post(Dice dice, string target, Doc sample, string token)
    {
        // A few ids for all inputs: what came before comes again, with the same content and with another.
        var text = JsonMutation.Spoil(dice, sample).Replace("$ID", $"fuzz-{dice.Below(4_000)}", StringComparison.Ordinal);
        return (
            new HttpDraft("POST", target, [.. Headers(), ("Content-Type", "application/json"), ("Authorization", $"Bearer {token}")], Framing.Length),
            ByteMutation.OfText(dice, text));
    }

    private static HttpDraft Get(string target, string token) =>
        new("GET", target, token.Length == 0 ? Headers() : [.. Headers(), ("Authorization", $"Bearer {token}")], Framing.None);

    private static string Query(Dice dice, (string Name, string[] Values)[] parameters)
    {
        var parts = parameters.Where(_ => !dice.OnceIn(4))
            .Select(parameter => $"{parameter.Name}={(dice.OnceIn(3) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : dice.Pick(parameter.Values))}").ToList();
        if (parts.Count > 0 && dice.OnceIn(10)) parts.Add(parts[0]);
        return string.Join('&', parts);
    }

    private static string Reference(Dice dice) => dice.Below(6) switch
    {
        0 => HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)),
        1 => dice.Pick(["D26010100000000001", "D26133300000000001", "d26010100000000001", "D2601010000000000%00", "D99010100000000001", "D26010100000000I01"]),
        _ => $"{{{{order:{dice.Below(FuzzPayments.Orders)}}}}}",
    };

    private static string Id(Dice dice) => dice.Below(4) switch
    {
        0 => HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)),
        1 => $"fuzz-{dice.Below(4_000)}",
        _ => $"{{{{obligation:{dice.Below(FuzzPayments.Orders)}}}}}",
    };

    private static string Agency(Dice dice) => dice.OnceIn(20) ? Token(dice) : "{{token:agency}}";

    private static string Token(Dice dice) =>
        dice.Pick(["dev-portal", "dev-portal", "{{token:agency}}", "{{token:agency}}", "dev-G08", "dev-coordination", "dev-operator", "", Nasty.Canary]);

    private static (string, string)[] Headers() => [("Host", "127.0.0.1"), ("Connection", "close")];
}
