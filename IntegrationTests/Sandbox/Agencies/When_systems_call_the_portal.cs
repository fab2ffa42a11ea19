using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Sandbox.Tests.Agencies;

public class When_systems_call_the_portal
{
    private const string Portal = "VN:GOV:000.00.00.G22:vpcpdvcprovider";

    private SandboxFixture _sandbox = null!;
    private Deliveries _portal = null!;

    [SetUp]
    public async Task SetUp()
    {
        _sandbox = await SandboxFixture.StartAsync();
        _sandbox.Always("refused");
        _portal = new Deliveries(_sandbox);
    }

    [TearDown]
    public async Task TearDown()
    {
        _portal.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCase("H37", "/XrdAdapter/RestService/forward/mapi/integration", true)]
    [TestCase("H41", "/VXPAdapter/RestService/forward/mapi/integration", false)]
    public async Task Should_send_the_whole_dossier_and_then_a_row_behind_an_adapter(string system, string path, bool isHeader)
    {
        var calls = await CallsOfAsync(system, 2);

        calls.Select(call => call.Service).ShouldBe(["DongBoHoSoMC", "CapNhatTienDoHoSoMC"]);
        calls.ShouldAllBe(call => call.Path == path);
        calls.ShouldAllBe(call => isHeader ? call.DstCode == Portal : call.DstCode == null && call.Query.Contains(Uri.EscapeDataString(Portal)));
        calls[0].IsUpdating.ShouldBe(true);
        var whole = calls[0].Dossiers.ShouldHaveSingleItem().ShouldBeOfType<Adapters.OneStop.Wire.G1.Dossier>();
        whole.TrangThaiHoSo.ShouldBe("3");
        whole.TenTTHC.ShouldBe("Thủ tục đăng ký khai sinh");
        whole.TaiLieuNop.ShouldHaveSingleItem("an update replaces the whole dossier");
        calls[1].Rows.ShouldHaveSingleItem();
    }

    [Test]
    public async Task Should_send_rows_alone_where_the_client_sends_nothing_else()
    {
        var calls = await CallsOfAsync("H29", 1);

        calls.ShouldHaveSingleItem().Service.ShouldBe("CapNhatTienDoHoSoMC");
        calls[0].Path.ShouldBe("/mapi/integration");
        calls[0].DstCode.ShouldBe(Portal);
    }

    [TestCase("H35", "/api/SynsTTHCC/DongBoHoSoMC", "/api/SynsTTHCC/CapNhatTienDoHoSoMC", "?MaDinhDanhDV=H35&isUpdating=True")]
    [TestCase("H52", "/KetNoiMotCuaQuocGia/CapNhatHoSo", "/KetNoiMotCuaQuocGia/DongBoTienTrinh", "")]
    public async Task Should_send_bare_arrays_to_a_provinces_proxy(string system, string wholePath, string rowsPath, string query)
    {
        var calls = await CallsOfAsync(system, 2);

        calls.Select(call => call.Path).ShouldBe([wholePath, rowsPath]);
        calls[0].Query.ShouldBe(query);
        calls[0].IsUpdating.ShouldBe(true);
        calls[0].Dossiers.ShouldHaveSingleItem().Generation.ToString().ShouldBe("G2");
        calls[1].Rows.ShouldHaveSingleItem();
        _sandbox.Gateway.Logins.ShouldNotContain(login => login.User == system, "proxies know no sessions");
    }

    [TestCase("H60", "000.00.00.H60")]
    [TestCase("H29", "H29")]
    public async Task Should_log_in_by_the_code_that_the_system_goes_by(string system, string user)
    {
        var calls = await CallsOfAsync(system, 1);

        calls.ShouldHaveSingleItem().Request.MaDonVi.ShouldBe(user);
        _sandbox.Gateway.Logins.Select(login => login.User).ShouldContain(user);
    }

    [Test]
    public async Task Should_keep_one_session_for_many_calls()
    {
        await PushAsync("H29", 50);

        await Eventually.HoldsAsync(() => CodesOf("H29").Count == 50, "all rows came");
        _sandbox.Gateway.Logins.Count(login => login.User == "H29").ShouldBe(1);
    }

    [Test]
    public async Task Should_put_up_to_ten_rows_of_several_dossiers_into_one_call()
    {
        _sandbox.Change(new SettingsChange { CallsAtOncePerSystem = 1 });
        var held = new TaskCompletionSource();
        _sandbox.Gateway.Misbehave = async (call, _) =>
        {
            await held.Task;
            return false;
        };
        await PushAsync("H29", 26);
        await Eventually.HoldsAsync(async () => (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("waiting").GetInt32() >= 16, "rows queue up behind a call");
        held.SetResult();

        await Eventually.HoldsAsync(() => CodesOf("H29").Distinct().Count() == 26, "all rows came");
        var sizes = _sandbox.Gateway.Calls.Where(call => call.User == "H29").Select(call => call.Rows.Count).ToList();
        sizes.Max().ShouldBe(10);
        sizes.Sum().ShouldBe(26);
    }

    [Test]
    public async Task Should_send_one_row_a_call_where_the_client_knows_no_batches()
    {
        await PushAsync("H37", 12);

        await Eventually.HoldsAsync(() => RowsOf("H37").Count == 12, "all rows came");
        _sandbox.Gateway.Calls.ShouldAllBe(call => call.Rows.Count <= 1);
    }

    private List<ProgressRow> RowsOf(string user) => [.. _sandbox.Gateway.Calls.Where(call => call.User == user).SelectMany(call => call.Rows)];

    private List<string> CodesOf(string user) => [.. RowsOf(user).Select(row => row.MaHoSo!)];

    private Task PushAsync(string system, int count) => Parallel.ForEachAsync(
        Enumerable.Range(1, count), async (number, cancellationToken) => await _portal.PushAsync($"{system}-261121-{5000000 + number}", cancellationToken: cancellationToken));

    private async Task<List<PortalCall>> CallsOfAsync(string system, int count)
    {
        var code = $"{system}-261121-5000001";
        await _portal.PushAsync(code);
        await Eventually.HoldsAsync(async () => (await _sandbox.DossierAsync(code)).GetProperty("isFinished").GetBoolean(), "the journey is over");
        _sandbox.Gateway.Unreadable.ShouldBeEmpty();
        var calls = _sandbox.Gateway.Calls.Where(call => call.Codes.Contains(code)).ToList();
        calls.Count.ShouldBe(count);
        return calls;
    }
}
