using System.Globalization;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Contracts;
using DichVuCong.Sandbox.Agencies.Journeys;
using DichVuCong.Sandbox.Tests.Support;
using DichVuCong.Testing;
using G1 = DichVuCong.Adapters.OneStop.Wire.G1;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.Sandbox.Tests.Agencies;

public class When_dossiers_travel
{
    private const string Code = "H29.101-261121-5000001";

    private SandboxFixture _sandbox = null!;
    private Deliveries _portal = null!;

    [SetUp]
    public async Task SetUp()
    {
        _sandbox = await SandboxFixture.StartAsync();
        _portal = new Deliveries(_sandbox);
    }

    [TearDown]
    public async Task TearDown()
    {
        _portal.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCase("usual", "2 4 9 10")]
    [TestCase("refused", "3")]
    [TestCase("supplement", "2 5 2 4 9 10")]
    [TestCase("payment", "2 4 9 10")]
    [TestCase("withdrawn", "2 7")]
    [TestCase("stopped", "2 4 8")]
    public async Task Should_tell_the_portal_every_step_in_order(string journey, string states)
    {
        _sandbox.Always(journey);
        await _portal.PushAsync(Code);
        await Eventually.HoldsAsync(async () => (await _sandbox.DossierAsync(Code)).GetProperty("isFinished").GetBoolean(), "the journey is over");

        var rows = _sandbox.Gateway.Calls.SelectMany(call => call.Rows).Where(row => row.MaHoSo == Code).ToList();
        string.Join(' ', rows.Select(row => row.TrangThai)).ShouldBe(states);
        rows.Select(row => Time(row.ThoiDiemXuLy)).ShouldBeInOrder();
        rows.ShouldAllBe(row => row.NguoiXuLy!.Length > 0 && row.NoiDungXuLy!.Length > 0);
        _sandbox.Gateway.Unreadable.ShouldBeEmpty();

        var totals = (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("dossiers").GetProperty("pushed");
        totals.GetProperty("finished").GetInt32().ShouldBe(1);
        var final = int.Parse(states.Split(' ')[^1], CultureInfo.InvariantCulture);
        totals.GetProperty("byAcknowledgedState").GetProperty(final.ToString("D2", CultureInfo.InvariantCulture)).GetInt32().ShouldBe(1);
    }

    [TestCase("H29.101-261121-5000001")]
    [TestCase("H14.101-261121-5000002")]
    public async Task Should_ask_for_fees_with_the_whole_dossier(string code)
    {
        _sandbox.Always("payment");
        await _portal.PushAsync(code);
        await Eventually.HoldsAsync(async () => (await _sandbox.DossierAsync(code)).GetProperty("isFinished").GetBoolean(), "the journey is over");

        var calls = _sandbox.Gateway.Calls.ToList();
        var asked = calls.FindIndex(call => call.Dossiers.Any(dossier => dossier.MaHoSo == code && FeesOf(dossier).Count > 0));
        calls[asked].IsUpdating.ShouldBe(true);
        var fees = FeesOf(calls[asked].Dossiers.ShouldHaveSingleItem());
        fees.ShouldAllBe(fee => fee.Kind == "1" || fee.Kind == "2");
        fees.ShouldAllBe(fee => long.Parse(fee.Amount!, CultureInfo.InvariantCulture) > 0);
        // Asked after it was received, and worked on again after that.
        StatesIn(calls.Take(asked)).ShouldBe("2");
        StatesIn(calls.Skip(asked)).ShouldBe("4 9 10");
        _sandbox.Gateway.Unreadable.ShouldBeEmpty();

        string StatesIn(IEnumerable<PortalCall> some) =>
            string.Join(' ', some.SelectMany(call => call.Rows).Where(row => row.MaHoSo == code).Select(row => row.TrangThai));
    }

    [Test]
    public void Should_end_every_journey_in_a_final_state()
    {
        JourneyTable.All.ShouldAllBe(journey => new[] { 3, 7, 8, 10 }.Contains(journey.FinalState));
        JourneyTable.All.Select(journey => journey.Name).ShouldBe(JourneyTable.DefaultWeights.Keys, ignoreOrder: true);
    }

    [Test]
    public void Should_take_the_same_journey_for_the_same_code_and_seed()
    {
        string[] codes = [.. Enumerable.Range(0, 2000).Select(number => $"H29.101-261121-{5000000 + number}")];
        var journeys = codes.Select(code => JourneyTable.Of(2026, code, JourneyTable.DefaultWeights).Name).ToList();

        codes.Select(code => JourneyTable.Of(2026, code, JourneyTable.DefaultWeights).Name).ShouldBe(journeys);
        codes.Select(code => JourneyTable.Of(2027, code, JourneyTable.DefaultWeights).Name).ShouldNotBe(journeys);
        journeys.Count(name => name == "usual").ShouldBeInRange(1300, 1500);
        journeys.Distinct().Count().ShouldBe(JourneyTable.All.Count);
    }

    [Test]
    public async Task Should_bring_many_dossiers_of_all_systems_to_their_end()
    {
        var codes = _sandbox.Systems.All.SelectMany(system => Enumerable.Range(1, 10).Select(number => $"{system.Code}-261121-{5000000 + number}")).ToList();
        await Parallel.ForEachAsync(codes, async (code, cancellationToken) => await _portal.PushAsync(code, cancellationToken: cancellationToken));

        await Eventually.HoldsAsync(
            async () => (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("dossiers").GetProperty("pushed").GetProperty("finished").GetInt32() == codes.Count,
            "all journeys are over");
        _sandbox.Gateway.Unreadable.ShouldBeEmpty();
    }

    private static DateTimeOffset Time(string? wire)
    {
        VietnamTime.TryParseWire(wire, out var time).ShouldBeTrue();
        return time;
    }

    /// <summary>The fees that a dossier lists with status 6.</summary>
    private static List<(string? Kind, string? Amount)> FeesOf(IDossier dossier) => dossier switch
    {
        G1.Dossier { TrangThaiHoSo: "6" } first => [.. first.DanhSachLePhi.Select(fee => (fee.LoaiPhiLePhi, fee.Gia))],
        G2.Dossier { TrangThaiHoSo: "6" } second => [.. second.DanhSachLePhi.Select(fee => (fee.LoaiPhiLePhi, fee.Gia))],
        _ => [],
    };
}
