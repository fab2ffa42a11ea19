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
    private const string Stamp = "20261121080600";

    /// <summary>Whether a compiler is there too: a program of one source file is compiled when it is started.</summary>
    private static bool HasJava { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "java")) && File.Exists(Path.Combine(folder, "javac")));

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
    public async Task Should_print_the_worked_example_by_shell() => (await RunAsync(("STAMP", Stamp))).TrimEnd('\n').ShouldBe(Block("bank"));

    [Test]
    public void Should_sign_the_worked_example_by_csharp()
    {
        var body = BankCall.Body("D26112100000000001", "FT26325000001", 150_000, Stamp);

        Encoding.UTF8.GetString(body).ShouldBe(Block("bank").Split('\n')[^1]);
        Block("bank").ShouldContain($"X-Signature: {BankCall.Hmac(body, "BANK-TEST")}\n");
    }

    [Test]
    public void Should_show_the_csharp_that_is_tested()
    {
        var source = File.ReadAllText(Path.Combine(TestCluster.Root, "IntegrationTests", "Gateway", "Payments", "Support", "BankCall.cs"));

        Block("csharp").ShouldBe(source.Replace($"namespace {typeof(BankCall).Namespace};\n\n", "", StringComparison.Ordinal).TrimEnd('\n'));
    }

    /// <summary>Needs a JDK; without one <see cref="Should_show_a_banks_call_that_verifies"/> still holds the value that it must print.</summary>
    [Test]
    public async Task Should_print_the_worked_example_by_java()
    {
        if (!HasJava) Assert.Ignore("There is no JDK here.");

        (await RunJavaAsync(("STAMP", Stamp))).TrimEnd('\n').ShouldBe(Block("bank"));
    }

    [Test]
    public async Task Should_sign_by_rsa_with_the_same_value_in_every_language()
    {
        using var key = RSA.Create(2048);
        var (pem, file) = (key.ExportPkcs8PrivateKeyPem(), Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.pem"));
        await File.WriteAllTextAsync(file, pem);

        var shell = await RunAsync(("STAMP", Stamp), ("BANK_KEY", file));
        var java = HasJava ? await RunJavaAsync(("STAMP", Stamp), ("BANK_KEY", file)) : shell;
        File.Delete(file);

        var body = BankCall.Body("D26112100000000001", "FT26325000001", 150_000, Stamp);
        shell.ShouldContain($"X-Signature: {BankCall.Rsa(body, pem)}\n");
        java.ShouldBe(shell);
    }

    [Test]
    public async Task Should_be_answered_as_the_page_says()
    {
        await using var gateway = await PaymentGateway.StartAsync();
        var (order, address) = (await gateway.OrderAsync("answers"), gateway.Http.BaseAddress!.OriginalString.TrimEnd('/'));
        Task<string> CallAsync(params (string Name, string Value)[] variables) => RunAsync([("GATEWAY", address), ("ORDER", order), .. variables]);

        (await CallAsync()).ShouldContain("\"code\":\"00\"");
        (await CallAsync()).ShouldContain("\"code\":\"02\"");
        (await CallAsync(("AMOUNT", "150001"))).ShouldContain("\"code\":\"04\"");
        (await CallAsync(("BANK_SECRET", "wrong"))).ShouldContain("\"code\":\"97\"");
        (await CallAsync(("STAMP", Stamp))).ShouldContain("\"code\":\"97\"");
        (await CallAsync(("AMOUNT", "150000.5"))).ShouldContain("\"code\":\"03\"");
        (await CallAsync(("ORDER", "D25010100000000001"), ("NUMBER", "FT2"))).ShouldContain("\"code\":\"01\"");
    }

    [Test]
    public async Task Should_be_accepted_by_the_gateway_with_the_csharp_example()
    {
        await using var gateway = await PaymentGateway.StartAsync();
        var (order, stamp) = (await gateway.OrderAsync("csharp"), BankCall.Now());
        var body = BankCall.Body(order, "FT3", 150_000, stamp);

        var answer = await BankCall.SendAsync(
            gateway.Http, gateway.Http.BaseAddress!, "mb", "development", stamp, body, BankCall.Hmac(body, "BANK-TEST"));

        answer.ShouldContain("\"code\":\"00\"");
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

    private static Task<string> RunAsync(params (string Name, string Value)[] variables) => RunAsync("bash", [], Block("bash"), variables);

    private static async Task<string> RunJavaAsync(params (string Name, string Value)[] variables)
    {
        var folder = Directory.CreateTempSubdirectory("bank-call-").FullName;
        var file = Path.Combine(folder, "BankCall.java");
        await File.WriteAllTextAsync(file, Block("java"));
        var printed = await RunAsync("java", [file], "", variables);
        Directory.Delete(folder, recursive: true);
        return printed;
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string input, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start).ShouldNotBeNull();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}
