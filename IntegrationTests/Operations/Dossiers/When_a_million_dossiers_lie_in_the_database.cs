using System.Globalization;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Operations.Tests.Dossiers;

/// <summary>
/// The pages over a large database that <c>build/load seed</c> has filled: DVC_SEEDED_POSTGRES names it. Not a part of a usual run, since filling it
/// takes minutes.
/// </summary>
[Explicit("Needs a database filled by build/load seed, named in DVC_SEEDED_POSTGRES.")]
internal sealed class When_a_million_dossiers_lie_in_the_database
{
    private const int Looks = 20;
    private const int Few = 5;
    private const double LongestFirstContent = 1000;

    [Test]
    public async Task Should_show_first_content_within_a_second()
    {
        var seeded = Environment.GetEnvironmentVariable("DVC_SEEDED_POSTGRES") ?? throw new InvalidOperationException("DVC_SEEDED_POSTGRES is not set.");
        var codes = await CodesAsync(seeded);
        await using var browser = await Browser.StartAsync();
        await using var screen = await OperationsFixture.StartAsync(settings => settings with { Postgres = seeded }, configure: null);
        await using var window = await browser.OpenAsync(screen.Address);
        await window.SignInAsync("operator", name: "lan");
        var slow = new List<string>();
        foreach (var (name, addresses) in new (string, IEnumerable<string>)[]
        {
            ("dossier", codes.Select(code => $"/dossiers/{code}")), ("dossiers", Enumerable.Repeat("/dossiers", Looks)),
            ("by-state", Enumerable.Range(-2, 13).Select(state => $"/dossiers?state={state}")), ("by-province", Enumerable.Range(20, Looks).Select(number => $"/dossiers?agency=H{number}")),
            ("sagas", Enumerable.Repeat("/sagas", Looks)), ("stuck", Enumerable.Repeat("/sagas/stuck/dossier-overdue", Looks)),
            ("overview", Enumerable.Repeat("/", Looks)), ("parked", Enumerable.Repeat("/parked", Looks)), ("approvals", Enumerable.Repeat("/approvals", Few)),
            ("partners", Enumerable.Repeat("/partners", Few)), ("deadlines", Enumerable.Repeat("/deadlines", Looks)),
            ("deadlines-by-agency", Enumerable.Range(20, Looks).Select(number => $"/deadlines?agency=H{number}")), ("calendar", Enumerable.Repeat("/deadlines/calendar", Few)),
            ("payments", Enumerable.Repeat("/payments", Few)), ("reconciliation", Enumerable.Repeat("/reconciliation", Few)),
        })
        {
            var times = new List<double>();
            foreach (var address in addresses)
            {
                await window.Page.GotoAsync(address);
                (await window.Page.Locator("h1").CountAsync()).ShouldBe(1, address);
                var painted = -1.0;
                await Eventually.HoldsAsync(
                    async () => (painted = await window.Page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1")) >= 0, $"{address} is painted");
                times.Add(painted);
            }

            await Screenshots.TakeAsync(window.Page, $"million-{name}");
            times.Sort();
            await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: first content median {times[times.Count / 2]:F0} ms, longest {times[^1]:F0} ms of {times.Count}"));
            if (times[^1] >= LongestFirstContent) slow.Add($"{name}: {times[^1]:F0} ms");
        }

        slow.ShouldBeEmpty();
        window.Complaints.ShouldBeEmpty();
    }

    private static async Task<List<string>> CodesAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand($"select code from dossier.dossier tablesample system (0.1) limit {Looks}");
        await using var reader = await command.ExecuteReaderAsync();
        var codes = new List<string>();
        while (await reader.ReadAsync()) codes.Add(reader.GetString(0));
        return codes;
    }
}
