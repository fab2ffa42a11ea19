using System.Text;
using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>
/// What payment partners call: VNPAY, VietQR, banks, and ministries on the payment platform. Most inputs are signed after they were spoilt
/// (<see cref="InputSignatures"/>), so that what stands behind the signature is reached; the others are not, or wrongly.
/// </summary>
internal static class PartnerEndpoints
{
    private static readonly Doc BankForm = Doc.Parse(PaymentSamples.BankForm);
    private static readonly Doc VietQr = Doc.Parse(PaymentSamples.VietQr);
    private static readonly Doc Init = Doc.Parse(PaymentSamples.Init);
    private static readonly Doc Query = Doc.Parse(PaymentSamples.Query);

    private static readonly Doc AppReport = Doc.Parse("""{"reference":"H29.101-261121-5000001~receipt","state":"failed","reason":"not-installed"}""");

    private const string ReturnedMail =
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        + "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <H29.101-261121-5000001~receipt~019aa4f0111182228333444455556666@dvc.example>\r\n\r\n--b--\r\n";

    /// <summary>References: known orders as a rule; one that may come to be known, one that never will.</summary>
    private static readonly string[] References =
        ["{{order:0}}", "{{order:2}}", "{{order:3}}", "{{order:4}}", "{{order:5}}", "{{order:coming}}", "D20010100000000001", "TT250701000001", "x"];

    public static IEnumerable<IFuzzTarget> Of(FuzzHost? host) =>
    [
        new EndpointTarget("callback-vnpay", AnswerShape.Vnpay, host, Ipn, "GET,POST /callbacks/{partner}"),
        new EndpointTarget("callback-bank", AnswerShape.BankForm, host, Bank),
        new EndpointTarget("callback-nobody", AnswerShape.Portal, host, Nobody),
        new EndpointTarget("vietqr-token", AnswerShape.VietQrToken, host, AskToken, "POST /callbacks/vietqr/api/token_generate"),
        new EndpointTarget("vietqr-sync", AnswerShape.VietQr, host, Sync, "POST /callbacks/vietqr/bank/api/transaction-sync"),
        new EndpointTarget("platform-init", AnswerShape.Platform, host, dice => Platform(dice, Init), "POST /platform/payments"),
        new EndpointTarget("platform-query", AnswerShape.Platform, host, dice => Platform(dice, Query)),
        new EndpointTarget("esms-report", AnswerShape.Portal, host, EsmsReport, "GET /callbacks/esms/{secret}"),
        new EndpointTarget("app-report", AnswerShape.Portal, host, dice => (Posted(dice, "app", "application/json"), Body(dice, AppReport)), "POST /callbacks/app/{secret}"),
        new EndpointTarget("returned-mail", AnswerShape.Portal, host, dice => (Posted(dice, "mail", "message/rfc822"), ByteMutation.OfText(dice, ReturnedMail)), "POST /callbacks/mail/{secret}"),
    ];

    private static (HttpDraft, byte[]) Ipn(Dice dice)
    {
        var parameters = PaymentSamples.Ipn.Select(one => (one.Name, Value: Uri.EscapeDataString(Named(dice, one.Value)).Replace("%7B%7B", "{{", StringComparison.Ordinal)
            .Replace("%7D%7D", "}}", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal))).ToList();
        for (var changes = dice.OnceIn(6) ? 0 : 1 + dice.Below(3); changes > 0 && parameters.Count > 0; changes--)
        {
            var at = dice.Below(parameters.Count);
            switch (dice.Below(7))
            {
                case 0: parameters.RemoveAt(at); break;
                case 1: parameters.Add(parameters[at]); break;
                case 2: parameters[at] = (HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Names)), parameters[at].Value); break;
                case 3: parameters.Add(($"vnp_{HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts))}", "1")); break;
                default: parameters[at] = (parameters[at].Name, HttpSpoiling.Escaped(dice, dice.OnceIn(3) ? Nasty.Text(dice) : dice.Pick(Nasty.Texts))); break;
            }
        }

        if (dice.OnceIn(40)) parameters.AddRange(Enumerable.Range(0, 70).Select(number => ($"vnp_{number}", "1")));
        var hash = dice.OnceIn(4) ? dice.Pick(["", "0", new string('0', 128), Nasty.Canary, "%00"]) : "{{hash:vnpay}}";
        var query = string.Join('&', parameters.Select(one => $"{one.Name}={one.Value}")) + $"&vnp_SecureHash={hash}";
        return dice.OnceIn(12)
            ? (new HttpDraft("POST", "/callbacks/vnpay", [.. Headers(), ("Content-Type", "application/x-www-form-urlencoded")], Framing.Length), Encoding.UTF8.GetBytes(query))
            : (new HttpDraft("GET", "/callbacks/vnpay?" + query, Headers(), Framing.None), []);
    }

    private static (HttpDraft, byte[]) Bank(Dice dice)
    {
        var stamp = dice.OnceIn(12) ? dice.Pick(["20200101000000", "", "x", "99991231235959"]) : "{{time:now}}";
        var signature = dice.OnceIn(5) ? dice.Pick(["", "AAAA", new string('A', 1_400), new string('A', 6_000), Nasty.Canary, "===="]) : "{{hash:bank}}";
        var call = new HttpDraft(
            "POST", "/callbacks/mb",
            [
                .. Headers(), ("Content-Type", "application/json"), ("X-Key-Id", dice.OnceIn(12) ? Nasty.Canary : "development"), ("X-Timestamp", stamp),
                ("X-Signature", signature),
            ],
            Framing.Length);
        return (call, Body(dice, BankForm));
    }

    private static (HttpDraft, byte[]) Nobody(Dice dice)
    {
        var name = dice.OnceIn(2) ? dice.Pick(["platform", "vietqr", "VNPAY", "vnpay2", "mbrsa", "vietqr/api", "..%2fvnpay", "vnpay%00"]) : HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts));
        return (new HttpDraft(dice.Pick(["GET", "POST"]), $"/callbacks/{name}?a={Nasty.Canary}", Headers(), Framing.Length), Body(dice, BankForm));
    }

    private static (HttpDraft, byte[]) AskToken(Dice dice)
    {
        var given = dice.Below(3) switch
        {
            0 => "user1:SECRET",
            1 => $"{dice.Pick(Nasty.Texts)}:{dice.Pick(Nasty.Texts)}",
            _ => dice.Pick(["user1", "user1:", ":SECRET", "user1:SECRET:", "USER1:SECRET", Nasty.Canary]),
        };
        var basic = dice.OnceIn(8) ? dice.Pick(["!", "====", "AAA", new string('A', 6_000)]) : Convert.ToBase64String(Encoding.UTF8.GetBytes(given));
        return (
            new HttpDraft("POST", "/callbacks/vietqr/api/token_generate", [.. Headers(), ("Authorization", $"Basic {basic}")], Framing.Length),
            dice.OnceIn(2) ? [] : ByteMutation.OfText(dice, "{}"));
    }

    private static (HttpDraft, byte[]) Sync(Dice dice)
    {
        var token = dice.OnceIn(6) ? dice.Pick(["", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a b", Nasty.Canary, new string('A', 5_000)]) : "{{token:vietqr}}";
        return (
            new HttpDraft(
                "POST", "/callbacks/vietqr/bank/api/transaction-sync",
                [.. Headers(), ("Content-Type", "application/json"), ("Authorization", $"Bearer {token}")], Framing.Length),
            Body(dice, VietQr));
    }

    private static (HttpDraft, byte[]) EsmsReport(Dice dice)
    {
        string Value(string usual) => dice.OnceIn(3) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : usual;
        var query = $"SMSID=1&RequestId={Value("H29.101-261121-5000001~receipt")}&SendStatus={Value("5")}&SendSuccess={Value("1")}&SendFailed={Value("0")}";
        return (new HttpDraft("GET", $"/callbacks/esms/{Secret(dice, "esms")}?{query}", Headers(), Framing.None), []);
    }

    private static HttpDraft Posted(Dice dice, string partner, string type) =>
        new("POST", $"/callbacks/{partner}/{Secret(dice, partner)}", [.. Headers(), ("Content-Type", type)], Framing.Length);

    private static string Secret(Dice dice, string partner) => dice.OnceIn(8) ? HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)) : $"dev-{partner}";

    private static (HttpDraft, byte[]) Platform(Dice dice, Doc sample)
    {
        var text = Named(dice, JsonMutation.Spoil(dice, sample));
        if (ReferenceEquals(sample, Query) && dice.OnceIn(3)) text = text.Replace("QUERY", "GET_BILL", StringComparison.Ordinal);
        if (dice.OnceIn(5)) text = text.Replace("{{hash:platform}}", dice.Pick(["", "x", new string('0', 64), Nasty.Canary]), StringComparison.Ordinal);
        return (
            new HttpDraft("POST", "/platform/payments", [.. Headers(), ("Content-Type", "application/json")], Framing.Length), ByteMutation.OfText(dice, text));
    }

    private static byte[] Body(Dice dice, Doc sample) => ByteMutation.OfText(dice, Named(dice, JsonMutation.Spoil(dice, sample)));

    /// <summary>A few numbers for all inputs, so that payments come again and contradict each other; other orders at times.</summary>
    private static string Named(Dice dice, string text)
    {
        text = text.Replace("$ID", $"FZ{dice.Below(3_000)}", StringComparison.Ordinal);
        return dice.OnceIn(3) ? text.Replace("{{order:1}}", dice.Pick(References), StringComparison.Ordinal) : text;
    }

    private static (string, string)[] Headers() => [("Host", "127.0.0.1"), ("Connection", "close")];
}
