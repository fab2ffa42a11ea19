using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts.Identity;
using DichVuCong.Registries.Identity;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Partners;

/// <summary>Partners that Gateways ask themselves stand among those of the Workers' lines.</summary>
internal sealed class When_sources_of_identity_are_looked_at
{
    private TestDatabase _database = null!;
    private PartnerPulse _pulse = null!;

    [SetUp]
    public async Task Create()
    {
        _database = await SeededDatabase.CreateAsync();
        _pulse = new PartnerPulse(_database.Source);
    }

    [TearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [Test]
    public async Task Should_show_that_one_does_well()
    {
        Note(new IdentityAnswer<string>.Given("x"), TimeSpan.FromSeconds(-20));
        Note(new IdentityAnswer<string>.Refused(IdentityRefusal.Expired, "invalid_grant", "the code was used"), TimeSpan.FromSeconds(-10));
        await _pulse.FlushAsync(CancellationToken.None);

        var listed = await ListedAsync();

        listed.GetProperty("side").GetString().ShouldBe("fine");
        listed.GetProperty("calls").GetInt64().ShouldBe(2);
        listed.GetProperty("failed").GetInt64().ShouldBe(0);
        listed.GetProperty("average").GetDouble().ShouldBe(40);
    }

    [TestCase("network")]
    [TestCase("us")]
    [TestCase("partner")]
    public async Task Should_show_whose_trouble_it_is(string side)
    {
        Note(new IdentityAnswer<string>.Given("x"), TimeSpan.FromSeconds(-20));
        Note(
            side switch
            {
                "network" => new IdentityAnswer<string>.Away("timed out") { IsSilent = true },
                "us" => new IdentityAnswer<string>.Refused(IdentityRefusal.Configuration, "invalid_client", "our secret is wrong"),
                _ => new IdentityAnswer<string>.Away("HTTP 503"),
            },
            TimeSpan.FromSeconds(-5));
        await _pulse.FlushAsync(CancellationToken.None);

        (await ListedAsync()).GetProperty("side").GetString().ShouldBe(side);
        var shown = await Dvc.RunAsync("partners", "show", "vneid");
        shown.ExitCode.ShouldBe(ExitCodes.Ok, shown.Error);
    }

    [Test]
    public async Task Should_add_up_what_several_gateways_write()
    {
        var other = new PartnerPulse(_database.Source);
        Note(new IdentityAnswer<string>.Given("x"), TimeSpan.Zero);
        other.Note("vneid", new IdentityAnswer<string>.Given("x"), DateTimeOffset.UtcNow, TimeSpan.FromMilliseconds(100));
        await Task.WhenAll(_pulse.FlushAsync(CancellationToken.None), other.FlushAsync(CancellationToken.None));
        await _pulse.FlushAsync(CancellationToken.None);

        (await _database.ScalarAsync<long>("select sum(done)::bigint from identity.partner_minute")).ShouldBe(2);
    }

    private void Note(IdentityAnswer<string> answer, TimeSpan ago) => _pulse.Note("vneid", answer, DateTimeOffset.UtcNow + ago, TimeSpan.FromMilliseconds(40));

    private Dvc Dvc => new(_database);

    private async Task<JsonElement> ListedAsync()
    {
        var result = await Dvc.RunAsync("partners", "list", "--json");
        result.ExitCode.ShouldBe(ExitCodes.Ok, result.Error);
        return result.Json.GetProperty("partners").EnumerateArray().Single(one => one.GetProperty("partner").GetString() == "vneid");
    }
}
