using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Gateway.Tests.Payments.Support;

/// <summary>A partner's side of one form.</summary>
internal abstract class TestForm
{
    public static IReadOnlyList<TestForm> All { get; } = [new VnpayTestForm(), new VietQrTestForm(), new BankTestForm()];

    /// <summary>The partner's code.</summary>
    public abstract string Code { get; }

    /// <summary>What the reply to an outcome says.</summary>
    public abstract IReadOnlyDictionary<CallbackOutcome, string> Codes { get; }

    /// <summary>Tells that a payment was made.</summary>
    public abstract Task<HttpResponseMessage> TellAsync(
        HttpClient http, string reference, string number, long amount, bool forged = false, bool broken = false);

    /// <summary>The code in a reply.</summary>
    public abstract string CodeIn(JsonObject reply);

    /// <summary>Tells it, and gives the reply's code.</summary>
    public async Task<string> SayAsync(HttpClient http, string reference, string number, long amount, bool forged = false, bool broken = false)
    {
        using var response = await TellAsync(http, reference, number, amount, forged, broken);
        var body = await response.Content.ReadAsStringAsync();
        return CodeIn(JsonNode.Parse(body).ShouldNotBeNull(body).AsObject());
    }

    public override string ToString() => Code;
}

/// <summary>VNPAY's IPN.</summary>
internal sealed class VnpayTestForm : TestForm
{
    public override string Code => "vnpay";

    public string Secret { get; init; } = DevelopmentDefaults.VnpaySecret;

    public override IReadOnlyDictionary<CallbackOutcome, string> Codes { get; } = new Dictionary<CallbackOutcome, string>
    {
        [CallbackOutcome.Accepted] = "00",
        [CallbackOutcome.Duplicate] = "02",
        [CallbackOutcome.UnknownOrder] = "01",
        [CallbackOutcome.AmountMismatch] = "04",
        [CallbackOutcome.BadSignature] = "97",
        [CallbackOutcome.TransientFailure] = "99",
        [CallbackOutcome.Malformed] = "99",
    };

    public override Task<HttpResponseMessage> TellAsync(
        HttpClient http, string reference, string number, long amount, bool forged = false, bool broken = false) =>
        http.GetAsync(new Uri("/callbacks/vnpay?" + QueryOf(reference, number, amount, forged, broken), UriKind.Relative));

    public string QueryOf(string reference, string number, long amount, bool forged = false, bool broken = false)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["vnp_Amount"] = broken ? "x" : (amount * 100).ToString(CultureInfo.InvariantCulture),
            ["vnp_BankCode"] = "NCB",
            ["vnp_OrderInfo"] = "Nop phi, le phi",
            ["vnp_PayDate"] = "20260701080530",
            ["vnp_ResponseCode"] = "00",
            ["vnp_TmnCode"] = DevelopmentDefaults.VnpayTerminal,
            ["vnp_TransactionNo"] = number,
            ["vnp_TransactionStatus"] = "00",
            ["vnp_TxnRef"] = reference,
        };
        var signed = string.Join('&', parameters.Select(one => $"{WebUtility.UrlEncode(one.Key)}={WebUtility.UrlEncode(one.Value)}"));
        var hash = HMACSHA512.HashData(Encoding.UTF8.GetBytes(forged ? "another secret" : Secret), Encoding.ASCII.GetBytes(signed));
        return $"{signed}&vnp_SecureHash={Convert.ToHexStringLower(hash)}";
    }

    public override string CodeIn(JsonObject reply) => reply["RspCode"]!.GetValue<string>();
}

/// <summary>VietQR: a token, then the movement.</summary>
internal sealed class VietQrTestForm : TestForm
{
    public override string Code => "vietqr";

    public override IReadOnlyDictionary<CallbackOutcome, string> Codes { get; } = new Dictionary<CallbackOutcome, string>
    {
        [CallbackOutcome.Accepted] = "000",
        [CallbackOutcome.Duplicate] = "000",
        [CallbackOutcome.UnknownOrder] = "E01",
        [CallbackOutcome.AmountMismatch] = "E04",
        [CallbackOutcome.BadSignature] = "E97",
        [CallbackOutcome.TransientFailure] = "E98",
        [CallbackOutcome.Malformed] = "E03",
    };

    public override async Task<HttpResponseMessage> TellAsync(
        HttpClient http, string reference, string number, long amount, bool forged = false, bool broken = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/callbacks/vietqr/bank/api/transaction-sync");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", forged ? "forged" : await TokenAsync(http));
        request.Content = JsonContent.Create(new JsonObject
        {
            ["transactionid"] = "T1",
            ["referencenumber"] = number,
            ["amount"] = broken ? "x" : amount,
            ["content"] = $"NOP LE PHI {reference}",
            ["bankaccount"] = PaymentGateway.FirstAccount,
            ["transType"] = "C",
            ["orderId"] = reference,
        });
        return await http.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> AskAsync(HttpClient http, string password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/callbacks/vietqr/api/token_generate");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{DevelopmentDefaults.VietQrUser}:{password}")));
        return await http.SendAsync(request);
    }

    public override string CodeIn(JsonObject reply) => reply["errorReason"]!.GetValue<string>();

    private static async Task<string> TokenAsync(HttpClient http)
    {
        using var response = await AskAsync(http, DevelopmentDefaults.VietQrSecret);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
    }
}

/// <summary>A bank that speaks our form, by HMAC.</summary>
internal sealed class BankTestForm : TestForm
{
    private static readonly BodySignatures Signatures = BodySignatures.OfHmac([new SecretKey("development", DevelopmentDefaults.BankFormSecret)]);
    private static readonly BodySignatures Others = BodySignatures.OfHmac([new SecretKey("development", "another secret")]);

    public override string Code => "mb";

    public override IReadOnlyDictionary<CallbackOutcome, string> Codes { get; } = new Dictionary<CallbackOutcome, string>
    {
        [CallbackOutcome.Accepted] = "00",
        [CallbackOutcome.Duplicate] = "02",
        [CallbackOutcome.UnknownOrder] = "01",
        [CallbackOutcome.AmountMismatch] = "04",
        [CallbackOutcome.BadSignature] = "97",
        [CallbackOutcome.TransientFailure] = "99",
        [CallbackOutcome.Malformed] = "03",
    };

    public override Task<HttpResponseMessage> TellAsync(
        HttpClient http, string reference, string number, long amount, bool forged = false, bool broken = false)
    {
        var payment = new PartnerPayment
        {
            Partner = Code,
            OrderReference = reference,
            TransactionNo = broken ? "with blanks in it" : number,
            Amount = new Vnd(amount),
            Result = PaymentResult.Paid,
            Code = "00",
            Account = PaymentGateway.FirstAccount,
            PaidAt = DateTimeOffset.UtcNow,
            KeyId = "development",
        };
        var message = BankCallbackMessage.Compose(payment, forged ? Others : Signatures, DateTimeOffset.UtcNow);
        return SendAsync(http, message.Body.ToArray(), message.Headers);
    }

    public static async Task<HttpResponseMessage> SendAsync(HttpClient http, byte[] body, IReadOnlyDictionary<string, string> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/callbacks/mb") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request);
    }

    public override string CodeIn(JsonObject reply) => reply["code"]!.GetValue<string>();
}
