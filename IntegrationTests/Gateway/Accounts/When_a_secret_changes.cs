using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Registries.Access;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.Accounts;

/// <summary>Secrets of system-to-system accounts (A8.2d): two are good while one is replaced, and one that is revoked stops working at once on every host.</summary>
internal sealed class When_a_secret_changes
{
    /// <summary>Far below the two seconds after which everything is read anew anyway.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(1000);

    private GatewayFixture _first = null!;
    private Microsoft.AspNetCore.Builder.WebApplication _second = null!;
    private Uri _secondAddress = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _first = await GatewayFixture.StartAsync();
        var portBase = FreePort.Base();
        _second = GatewayHost.Build(_first.Settings with { PortBase = portBase }, []);
        await _second.StartAsync();
        _secondAddress = new Uri($"http://127.0.0.1:{portBase}");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _second.StopAsync();
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    [Test]
    public async Task Should_be_refused_on_every_host_at_once_when_it_is_revoked()
    {
        var secrets = new AccountSecrets(_first.Database.Source);
        var (secret, number, _) = await secrets.IssueAsync("H26", overlap: null, "test", CancellationToken.None);
        await TakenAsync(secret!);

        (await secrets.RevokeAsync("H26", number, "test", CancellationToken.None)).ShouldBe(1);
        var revoked = Stopwatch.GetTimestamp();

        await Eventually.HoldsAsync(async () => (await StatusesAsync(secret!)).All(status => status == HttpStatusCode.Unauthorized), "both hosts refuse it");
        Stopwatch.GetElapsedTime(revoked).ShouldBeLessThan(AtOnce);
        (await secrets.RevokeAsync("H26", number, "test", CancellationToken.None)).ShouldBe(0);
    }

    [Test]
    public async Task Should_be_replaced_while_both_are_good()
    {
        var secrets = new AccountSecrets(_first.Database.Source);
        var (old, _, _) = await secrets.IssueAsync("H29", overlap: null, "test", CancellationToken.None);
        var (next, number, _) = await secrets.IssueAsync("H29", TimeSpan.FromHours(1), "test", CancellationToken.None);

        foreach (var secret in new[] { old, next }) await TakenAsync(secret!);
        (await secrets.IssueAsync("H29", overlap: null, "test", CancellationToken.None)).Obstacle.ShouldBe(SecretObstacle.TwoAlready);
        (await secrets.IssueAsync("H99999", overlap: null, "test", CancellationToken.None)).Obstacle.ShouldBe(SecretObstacle.NoAccount);
        var listed = await secrets.ListAsync("H29", CancellationToken.None);
        listed.Select(secret => (secret.Number, secret.EndsAt is null)).ShouldBe([(number, true), (number - 1, false)]);
    }

    [Test]
    public async Task Should_end_by_itself_when_its_overlap_is_over()
    {
        var secrets = new AccountSecrets(_first.Database.Source);
        var (old, _, _) = await secrets.IssueAsync("G12", overlap: null, "test", CancellationToken.None);
        await TakenAsync(old!);

        var (next, _, _) = await secrets.IssueAsync("G12", TimeSpan.FromMilliseconds(50), "test", CancellationToken.None);

        await TakenAsync(next!);
        await Eventually.HoldsAsync(async () => (await StatusesAsync(old!)).All(status => status == HttpStatusCode.Unauthorized), "the replaced one has ended");
        await TakenAsync(next!);
    }

    [Test]
    public async Task Should_end_with_its_account()
    {
        var secrets = new AccountSecrets(_first.Database.Source);
        var (secret, _, _) = await secrets.IssueAsync("G06", overlap: null, "test", CancellationToken.None);
        await TakenAsync(secret!);

        (await new AccountStore(_first.Database.Source).DisableAsync("G06", CancellationToken.None)).ShouldBeTrue();
        var disabled = Stopwatch.GetTimestamp();

        await Eventually.HoldsAsync(async () => (await StatusesAsync(secret!)).All(status => status == HttpStatusCode.Unauthorized), "both hosts refuse it");
        Stopwatch.GetElapsedTime(disabled).ShouldBeLessThan(AtOnce);
    }

    [Test]
    public async Task Should_end_the_sessions_that_began_with_it()
    {
        var secrets = new AccountSecrets(_first.Database.Source);
        var (secret, number, _) = await secrets.IssueAsync("G09", overlap: null, "test", CancellationToken.None);
        await TakenAsync(secret!);
        var directory = new AccountDirectory(TimeProvider.System, isDevelopment: true);
        directory.Replace(await new AccountStore(_first.Database.Source).LoadAsync(CancellationToken.None));
        var tokens = new SessionTokens(new byte[32], TimeSpan.FromMinutes(30), TimeProvider.System);

        var session = tokens.Issue(directory.LogIn("G09", secret!).ShouldNotBeNull());
        directory.FindBySession(tokens.Read(session)!)!.Name.ShouldBe("G09");
        await secrets.RevokeAsync("G09", number, "test", CancellationToken.None);
        directory.Replace(await new AccountStore(_first.Database.Source).LoadAsync(CancellationToken.None));

        directory.FindBySession(tokens.Read(session)!).ShouldBeNull();
        directory.FindBySession(tokens.Read(tokens.Issue(directory.LogIn("G09", "dev-G09")!))!)!.Name.ShouldBe("G09");
    }

    private Task TakenAsync(string secret) =>
        Eventually.HoldsAsync(async () => (await StatusesAsync(secret)).All(status => status == HttpStatusCode.OK), "both hosts take it");

    private async Task<HttpStatusCode[]> StatusesAsync(string secret) =>
        await Task.WhenAll(StatusAsync(_first.Http.BaseAddress!, secret), StatusAsync(_secondAddress, secret));

    private static async Task<HttpStatusCode> StatusAsync(Uri address, string secret)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var response = await client.GetAsync("/v1/account-proposals");
        return response.StatusCode;
    }
}
