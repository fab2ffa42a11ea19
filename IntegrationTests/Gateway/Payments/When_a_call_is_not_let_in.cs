using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Gateway.Tests.Payments.Support;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Gateway.Tests.Payments;

internal sealed class When_a_call_is_not_let_in
{
    private static readonly string[] Vnpay =
    [
        "--Payments:Vnpay:TmnCode=TESTTMN1", "--Payments:Vnpay:PayUrl=http://127.0.0.1:9/pay", "--Payments:Vnpay:ApiUrl=http://127.0.0.1:9/api",
        "--Payments:Vnpay:ReturnUrl=http://127.0.0.1:9/return", "--Payments:Vnpay:Secrets:0:KeyId=old", "--Payments:Vnpay:Secrets:0:Secret=OLD-SECRET",
        "--Payments:Vnpay:Secrets:0:ValidUntil=2020-01-01T00:00:00Z", "--Payments:Vnpay:Secrets:1:KeyId=new", "--Payments:Vnpay:Secrets:1:Secret=NEW-SECRET",
    ];

    private readonly VnpayTestForm _form = new() { Secret = "NEW-SECRET" };

    [Test]
    public async Task Should_take_the_new_key_after_rotation_and_not_the_old_one()
    {
        await using var gateway = await PaymentGateway.StartAsync(Vnpay);
        var order = await gateway.OrderAsync("rotation");

        (await new VnpayTestForm { Secret = "OLD-SECRET" }.SayAsync(gateway.Http, order, "1", 150_000)).ShouldBe("97");
        (await gateway.ToldAsync(order)).ShouldBe(0);

        (await _form.SayAsync(gateway.Http, order, "1", 150_000)).ShouldBe("00");
        (await gateway.ToldAsync(order)).ShouldBe(1);
    }

    [Test]
    public async Task Should_take_calls_from_the_partners_own_networks_alone()
    {
        await using var gateway = await PaymentGateway.StartAsync([.. Vnpay, "--Payments:Vnpay:Networks:0=192.0.2.0/24"]);
        var order = await gateway.OrderAsync("network");

        using var response = await _form.TellAsync(gateway.Http, order, "1", 150_000);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>().ShouldBe("forbidden");
        (await gateway.ToldAsync(order)).ShouldBe(0);
    }

    [Test]
    public async Task Should_tell_a_flood_to_come_again_in_the_partners_form()
    {
        await using var gateway = await PaymentGateway.StartAsync([.. Vnpay, "--Payments:Vnpay:CallbacksPerSecond=1"]);
        var order = await gateway.OrderAsync("flood");

        var said = new List<string>();
        for (var call = 0; call < 20; call++) said.Add(await _form.SayAsync(gateway.Http, order, "1", 150_000));

        said[0].ShouldBe("00");
        said.ShouldContain("99");
        (await gateway.ToldAsync(order)).ShouldBe(1);
    }

    [TestCase("GET", "/callbacks/nobody")]
    [TestCase("POST", "/callbacks/nobody")]
    [TestCase("POST", "/callbacks/platform")]
    [TestCase("POST", "/callbacks/vietqr")]
    public async Task Should_know_only_partners_that_are_configured(string method, string path)
    {
        await using var gateway = await PaymentGateway.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await gateway.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Should_give_a_token_only_for_the_password_agreed()
    {
        await using var gateway = await PaymentGateway.StartAsync();

        using var granted = await VietQrTestForm.AskAsync(gateway.Http, "SECRET");
        using var refused = await VietQrTestForm.AskAsync(gateway.Http, "another");

        granted.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await granted.Content.ReadFromJsonAsync<JsonObject>())!["expires_in"]!.GetValue<int>().ShouldBe(300);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Should_refuse_a_body_beyond_what_is_agreed(bool isChunked)
    {
        await using var gateway = await PaymentGateway.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/callbacks/mb")
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes("{\"x\":\"" + new string('x', 70_000) + "\"}")),
        };
        request.Headers.TransferEncodingChunked = isChunked;

        using var response = await gateway.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task Should_tell_partners_to_come_again_while_the_database_is_down()
    {
        await using var gateway = await PaymentGateway.StartAsync("--GatewayPayments:CallbackPatience=00:00:02");
        var orders = new Dictionary<TestForm, string>();
        foreach (var form in TestForm.All) orders[form] = await gateway.OrderAsync($"down-{form}");
        await SwitchAsync(gateway.Database, isOn: false);

        foreach (var form in TestForm.All)
        {
            (await form.SayAsync(gateway.Http, orders[form], "77", 150_000)).ShouldBe(form.Codes[CallbackOutcome.TransientFailure]);
        }

        await SwitchAsync(gateway.Database, isOn: true);
        gateway.Database.Source.Clear();
        foreach (var form in TestForm.All)
        {
            await Eventually.HoldsAsync(
                async () => await form.SayAsync(gateway.Http, orders[form], "77", 150_000) != form.Codes[CallbackOutcome.TransientFailure],
                $"the callback of {form} is taken again");
            (await gateway.ToldAsync(orders[form])).ShouldBe(1);
        }
    }

    private static async Task SwitchAsync(TestDatabase database, bool isOn)
    {
        await using var connection = new NpgsqlConnection(TestCluster.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"alter database {database.Name} with allow_connections {(isOn ? "true" : "false")}", connection);
        await command.ExecuteNonQueryAsync();
        await using var end = new NpgsqlCommand($"select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{database.Name}'", connection);
        if (!isOn) await end.ExecuteScalarAsync();
    }
}
