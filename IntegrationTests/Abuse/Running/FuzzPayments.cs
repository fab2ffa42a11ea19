using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Abuse.Tests.Endpoints;
using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Testing;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>Orders that inputs can name, one of them paid and one with an inquiry, and a ministry's obligation.</summary>
internal static class FuzzPayments
{
    /// <summary>Orders, as {{order:0}} and on, each of an obligation {{obligation:0}} and on.</summary>
    public const int Orders = 6;

    private const int Paid = 3;
    private const int Doubtful = 5;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    /// <summary>States them, and gives their names.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> PrepareAsync(FuzzHost host)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { ["token:agency"] = $"dev-{await RegisterAccountsAsync(host)}" };
        for (var number = 0; number < Orders; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"prepared-{number}");
            var stated = await AskAsync(
                host, Post("/v1/obligations", names["token:agency"]), PaymentSamples.OneOrder.Replace("$ID", id, StringComparison.Ordinal));
            names[$"obligation:{number}"] = id;
            names[$"order:{number}"] = stated["orders"]![0]!["reference"]!.GetValue<string>();
        }

        names["order:coming"] = PaymentReference.Of(VietnamTime.DayOf(DateTimeOffset.UtcNow), 987_654_321).Value;
        names["paid:number"] = "14000003";
        await TellAsync(host, names[$"order:{Paid}"], names["paid:number"], PaymentSamples.Amount, "00");
        await TellAsync(host, names[$"order:{Doubtful}"], "14000005", PaymentSamples.Amount - 1, "04");
        await Eventually.HoldsAsync(
            async () => await host.Database.ScalarAsync<long>($"select count(*) from payment.transaction where reference = '{names[$"order:{Paid}"]}'") > 0, "a payment is kept", Bound);
        await Eventually.HoldsAsync(async () => await host.Database.ScalarAsync<long>("select count(*) from payment.inquiry") > 0, "an inquiry is open", Bound);
        names["difference:0"] = Uri.EscapeDataString(await host.Database.ScalarAsync<string>("select difference from payment.inquiry limit 1"));
        names["init:0"] = "prepared-init";
        var reply = await AskAsync(
            host, Post("/platform/payments", ""), PaymentSamples.Init.Replace("$ID", names["init:0"], StringComparison.Ordinal));
        return reply["MaLoi"]!.GetValue<string>() == "00" ? names : throw new InvalidOperationException($"A good INIT was refused: {reply.ToJsonString()}");
    }

    /// <summary>Registers the accounts of the dossiers' agency, and gives the user of the system that serves it.</summary>
    private static async Task<string> RegisterAccountsAsync(FuzzHost host)
    {
        var dossier = host.FillerNow()("{{dossier:0}}");
        await host.Database.ScalarAsync<long>(
            $"""
            with added as (
              insert into payment.agency_account (agency, bank, number, holder, treasury, valid_from, imported_by)
              select d.agency, '{PaymentSamples.Bank}', n, 'KBNN mau', true, '2020-01-01', 'test'
              from dossier.dossier d, unnest(array['{PaymentSamples.Account}', '{PaymentSamples.OtherAccount}']) n where d.code = '{dossier}' returning 1)
            select count(*) from added
            """);
        return await host.Database.ScalarAsync<string>(
            $"select a.name from access.account a join dossier.dossier d on d.system = a.system where d.code = '{dossier}' order by a.name limit 1");
    }

    private static async Task TellAsync(FuzzHost host, string reference, string number, long amount, string code)
    {
        var parameters = PaymentSamples.Ipn.Select(one => (one.Name, Value: one.Name switch
        {
            "vnp_Amount" => (amount * 100).ToString(CultureInfo.InvariantCulture),
            "vnp_TransactionNo" => number,
            "vnp_TxnRef" => reference,
            _ => Uri.EscapeDataString(one.Value),
        }));
        var query = string.Join('&', parameters.Select(one => $"{one.Name}={one.Value}"));
        var reply = await AskAsync(host, new HttpDraft("GET", $"/callbacks/vnpay?{query}&vnp_SecureHash={{{{hash:vnpay}}}}", [], Framing.None), "");
        if (reply["RspCode"]!.GetValue<string>() != code) throw new InvalidOperationException($"A good IPN was not answered {code}: {reply.ToJsonString()}");
    }

    private static HttpDraft Post(string target, string token) => new("POST", target, token.Length == 0 ? [] : [("Authorization", $"Bearer {token}")], Framing.Length);

    private static async Task<JsonObject> AskAsync(FuzzHost host, HttpDraft call, string body)
    {
        var (signed, bytes) = InputSignatures.Sign(call, Encoding.UTF8.GetBytes(host.FillerNow()(body)));
        using var request = new HttpRequestMessage(new HttpMethod(signed.Method), new Uri(signed.Target, UriKind.Relative));
        if (bytes.Length > 0) request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        foreach (var (name, value) in signed.Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await host.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)!.AsObject() : throw new InvalidOperationException($"A good call of {signed.Target} was refused: {text}");
    }
}
