using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Tests.Payments.Support;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.Payments;

/// <summary>What banks.md shows is what the forms take.</summary>
internal sealed class When_a_bank_follows_its_page
{
    private static readonly string Page = File.ReadAllText(Path.Combine(TestCluster.Root, "Hosts", "Gateway", "Payments", "banks.md"));

    [Test]
    public async Task Should_sign_by_rsa_with_the_shell_example()
    {
        using var key = RSA.Create(2048);
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem());
        var printed = await RunAsync(("BANK_KEY", file), ("KEY_ID", "bank1"));
        File.Delete(file);
        var form = new BankCallbackForm(new BankFormSettings
        {
            Partner = "mb",
            Certificates = [new CertificateSetting { KeyId = "bank1", Pem = key.ExportSubjectPublicKeyInfoPem() }],
            SigningKeys = [new PrivateKeySetting { KeyId = "ours1", Pem = key.ExportPkcs8PrivateKeyPem() }],
        });

        var payment = form.Read(RequestOf(printed, DateTimeOffset.UtcNow)).ShouldBeOfType<CallbackReading.Verified>().Payment;

        (payment.OrderReference, payment.Amount.Amount, payment.KeyId).ShouldBe(("D26112100000000001", 150_000, "bank1"));
        form.Read(RequestOf(printed.Replace("150000", "150001", StringComparison.Ordinal), DateTimeOffset.UtcNow))
            .ShouldBeOfType<CallbackReading.Refused>().Outcome.ShouldBe(CallbackOutcome.BadSignature);
    }

    [Test]
    public async Task Should_be_accepted_by_the_gateway_with_the_shell_example()
    {
        await using var gateway = await PaymentGateway.StartAsync();
        var order = await gateway.OrderAsync("shell");

        var printed = await RunAsync(("GATEWAY", gateway.Http.BaseAddress!.OriginalString.TrimEnd('/')), ("ORDER", order));

        printed.ShouldContain("\"code\":\"00\"");
        (await gateway.ToldAsync(order)).ShouldBe(1);
    }

    [Test]
    public void Should_show_a_banks_call_that_verifies()
    {
        var form = new BankCallbackForm(BankFormSettings.Development("mb", new Uri("http://127.0.0.1:9/")));
        VietnamTime.TryParseWire("20261121080600", out var at).ShouldBeTrue();

        form.Read(RequestOf(Block("bank"), at)).ShouldBeOfType<CallbackReading.Verified>().Payment.TransactionNo.ShouldBe("FT26325000001");
    }

    [Test]
    public void Should_show_an_ipn_that_verifies()
    {
        var form = new VnpayIpnForm(VnpaySettings.Development(new Uri("http://127.0.0.1:9/"), new Uri("http://127.0.0.1:9/return")));
        var query = Block("vnpay").Trim().Split('?')[1];

        var reading = form.Read(new CallbackRequest("GET", Encoding.ASCII.GetBytes(query), default, new Dictionary<string, string>(), DateTimeOffset.UtcNow));

        reading.ShouldBeOfType<CallbackReading.Verified>().Payment.OrderReference.ShouldBe("D26112100000000001");
    }

    private static string Block(string language)
    {
        var start = Page.IndexOf($"```{language}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0);
        start += language.Length + 4;
        return Page[start..Page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    /// <summary>What was printed as a call: headers, an empty line, and one line of body.</summary>
    private static CallbackRequest RequestOf(string printed, DateTimeOffset at)
    {
        var lines = printed.Split('\n');
        var end = Array.IndexOf(lines, "");
        var headers = lines[..end].Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        return new CallbackRequest("POST", default, Encoding.UTF8.GetBytes(lines[end + 1]), headers, at);
    }

    private static async Task<string> RunAsync(params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start).ShouldNotBeNull();
        await process.StandardInput.WriteAsync(Block("bash"));
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}
