using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Gateway.Tests.Support;
using G1 = DichVuCong.Adapters.OneStop.Wire.G1;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.Gateway.Tests.OneStop;

/// <summary>Status 6 with DanhSachLePhi: H29 registered one account for its fees, H29.168 two, H29.101 none.</summary>
internal sealed class When_a_dossier_lists_fees
{
    private static readonly G2.Fee[] Fees = [Sample.Fee("150000"), Sample.Fee("50000", "P02", "1")];
    private GatewayFixture _gateway = null!;
    private OneStopClient _client = null!;
    private HttpClient _system = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _gateway = await GatewayFixture.StartAsync();
        await _gateway.RegisterAccountAsync("H29");
        await _gateway.RegisterAccountAsync("H29.168");
        await _gateway.RegisterAccountAsync("H29.168", "3941000002");
        _client = await OneStopClient.LogInAsync(_gateway, "H29");
        _system = _gateway.As("dev-H29");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _system.Dispose();
        await _gateway.DisposeAsync();
    }

    [Test]
    public async Task Should_state_an_obligation_with_the_status_of_a_new_dossier()
    {
        var code = Sample.Code("H29");

        Stored(await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state: "6", fees: [.. Fees, Sample.Fee("0", "P03")])));

        (await _gateway.OrdersAsync(code)).ShouldBe($"H29 {FeeDesk.Account} 200000: 2 LP01 150000, 1 P02 50000");
        (await _gateway.StatementsAsync("H29", code)).ShouldBe(1);
        (await _gateway.MessagesAsync(code)).Split(' ').Length.ShouldBe(2, "it is registered, and has the status");
        (await _gateway.InquiriesAsync(code)).ShouldBeEmpty();
        (await _gateway.Database.ScalarAsync<long>($"select count(*) from payment.payer where obligation = 'H29/{code}'"))
            .ShouldBe(0, "nobody said who pays");
        var view = (await _system.GetFromJsonAsync<JsonObject>($"/v1/obligations/{code}")).ShouldNotBeNull();
        view["dossierCode"]!.GetValue<string>().ShouldBe(code);
        view["amountVnd"]!.GetValue<long>().ShouldBe(200_000);
        var days = DateTimeOffset.Parse(view["expiresAt"]!.GetValue<string>(), CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow;
        days.TotalDays.ShouldBeInRange(29, 30);
    }

    [Test]
    public async Task Should_state_it_whichever_way_the_dossier_comes(
        [Values("G1", "G2", "proxy", "three addresses")] string way, [Values] bool isUpdating)
    {
        var code = Sample.Code("H29");
        if (isUpdating) Stored(await _client.PushAsync(isUpdating: false, Sample.Dossier(code)));

        Stored(await PushAsync(way, code, isUpdating));

        (await _gateway.OrdersAsync(code)).ShouldBe($"H29 {FeeDesk.Account} 150000: 2 LP01 150000");
        (await _gateway.StatementsAsync("H29", code)).ShouldBe(1);
    }

    [TestCase("1")]
    [TestCase("4")]
    [TestCase("9")]
    [TestCase("10")]
    public async Task Should_state_nothing_with_another_status(string state)
    {
        var code = Sample.Code("H29");

        Stored(await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state, fees: Fees)));

        (await _gateway.ObligationsAsync(code)).ShouldBe(0);
        (await _gateway.InquiriesAsync(code)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_state_nothing_where_nothing_costs_anything()
    {
        var (none, free) = (Sample.Code("H29.101"), Sample.Code("H29.101"));

        Stored(await _client.PushAsync(
            isUpdating: false, Sample.Dossier(none, state: "6"), Sample.Dossier(free, state: "6", fees: [Sample.Fee("0")])));

        (await _gateway.ObligationsAsync(none) + await _gateway.ObligationsAsync(free)).ShouldBe(0);
        (await _gateway.InquiriesAsync(none) + await _gateway.InquiriesAsync(free)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_state_it_once_when_the_dossier_comes_again()
    {
        var code = Sample.Code("H29");
        var first = Sample.Dossier(code, state: "6", fees: Fees);

        Stored(await _client.PushAsync(isUpdating: false, first));
        (await _client.PushAsync(isUpdating: false, first)).Results.ShouldHaveSingleItem().Code.ShouldBe("sameAgain");
        (await _client.PushAsync(isUpdating: true, first)).Results.ShouldHaveSingleItem().Code.ShouldBe("sameAgain");
        Stored(await _client.PushAsync(
            isUpdating: true, Sample.Dossier(code, state: "6", note: "Nhắc nộp", fees: [Fees[1], Fees[0], Sample.Fee("0", "P03")])));
        Stored(await _client.PushAsync(isUpdating: true, Sample.Dossier(code, state: "4", fees: Fees)));
        Stored(await _client.PushAsync(isUpdating: true, first));

        (await _gateway.OrdersAsync(code)).ShouldBe($"H29 {FeeDesk.Account} 200000: 2 LP01 150000, 1 P02 50000");
        (await _gateway.StatementsAsync("H29", code)).ShouldBe(1);
        (await _gateway.InquiriesAsync(code)).ShouldBeEmpty();
        (await _gateway.ConflictsAsync(code)).ShouldBe(0);
    }

    [Test]
    public async Task Should_take_the_status_and_charge_nobody_again_when_the_fees_are_others()
    {
        var code = Sample.Code("H29");
        Stored(await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state: "6", fees: Fees)));
        var before = (await _gateway.MessagesAsync(code)).Split(' ').Length;

        Stored(await _client.PushAsync(isUpdating: true, Sample.Dossier(code, state: "6", fees: [Sample.Fee("150001"), Fees[1]])));

        (await _gateway.MessagesAsync(code)).Split(' ').Length.ShouldBe(before + 1);
        (await _gateway.OrdersAsync(code)).ShouldBe($"H29 {FeeDesk.Account} 200000: 2 LP01 150000, 1 P02 50000");
        (await _gateway.StatementsAsync("H29", code)).ShouldBe(1);
        (await _gateway.InquiriesAsync(code)).ShouldBe("differ");
        (await _gateway.ConflictsAsync(code)).ShouldBe(1);
    }

    [TestCase("H29.101", "150000", "2", "noAccount-1")]
    [TestCase("H29.168", "150000", "2", "severalAccounts-1")]
    [TestCase("H29", "150.000", "2", "amount-1")]
    [TestCase("H29", "-150000", "2", "amount-1")]
    [TestCase("H29", "", "2", "amount-1")]
    [TestCase("H29", "150000", "3", "kind-1")]
    [TestCase("H29", "150000", "", "kind-1")]
    [TestCase("H29", "10000000000", "2", "lines-1")]
    public async Task Should_take_the_status_and_open_an_inquiry_when_the_fees_are_not_clear(
        string agency, string amount, string kind, string inquiry)
    {
        var code = Sample.Code(agency);

        Stored(await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state: "6", fees: [Sample.Fee(amount, kind: kind)])));

        (await _gateway.RowsAsync(code)).ShouldBe(1);
        (await _gateway.MessagesAsync(code)).ShouldContain("dossiers.record-agency-status.v1");
        (await _gateway.ObligationsAsync(code)).ShouldBe(0);
        (await _gateway.InquiriesAsync(code)).ShouldBe(inquiry);
    }

    [Test]
    public async Task Should_name_the_line_that_is_not_clear_and_state_no_other()
    {
        var code = Sample.Code("H29");

        Stored(await _client.PushAsync(
            isUpdating: false, Sample.Dossier(code, state: "6", fees: [Sample.Fee("0"), Sample.Fee("100000"), Sample.Fee("năm mươi")])));

        (await _gateway.ObligationsAsync(code)).ShouldBe(0);
        (await _gateway.InquiriesAsync(code)).ShouldBe("amount-3");
    }

    [Test]
    public async Task Should_state_those_that_are_clear_of_several_in_one_push()
    {
        var (plain, asking, unclear) = (Sample.Code("H29"), Sample.Code("H29"), Sample.Code("H29.101"));

        var reply = await _client.PushAsync(
            isUpdating: false, Sample.Dossier(plain), Sample.Dossier(asking, state: "6", fees: Fees),
            Sample.Dossier(unclear, state: "6", fees: Fees));

        reply.ErrorCode.ShouldBe(0, reply.Message);
        reply.Results.Select(item => item.Code).ShouldBe(["stored", "stored", "stored"]);
        (await _gateway.ObligationsAsync(plain)).ShouldBe(0);
        (await _gateway.ObligationsAsync(asking)).ShouldBe(1);
        (await _gateway.ObligationsAsync(unclear)).ShouldBe(0);
        (await _gateway.InquiriesAsync(unclear)).ShouldBe("noAccount-1");
    }

    [Test]
    public async Task Should_state_the_first_when_one_push_lists_two_kinds_of_fees_for_a_dossier()
    {
        var code = Sample.Code("H29");
        Stored(await _client.PushAsync(isUpdating: false, Sample.Dossier(code)));

        var reply = await _client.PushAsync(
            isUpdating: true, Sample.Dossier(code, state: "6", fees: Fees),
            Sample.Dossier(code, state: "6", note: "Lần hai", fees: [Sample.Fee("1000")]),
            Sample.Dossier(code, state: "6", note: "Lần ba", fees: Fees));

        reply.ErrorCode.ShouldBe(0, reply.Message);
        (await _gateway.OrdersAsync(code)).ShouldBe($"H29 {FeeDesk.Account} 200000: 2 LP01 150000, 1 P02 50000");
        (await _gateway.InquiriesAsync(code)).ShouldBe("differ");
    }

    [TestCase("150000", "0", "")]
    [TestCase("149000", "0", "differ")]
    [TestCase("150000", "năm mươi", "differ")]
    public async Task Should_not_ask_for_money_that_was_stated_another_way(string listed, string besides, string inquiry)
    {
        var code = Sample.Code("H29");
        Stored(await _client.PushAsync(isUpdating: false, Sample.Dossier(code)));
        using var stated = await _system.PostAsJsonAsync("/v1/obligations", FeeDesk.Obligation($"own-{code}", code, 150_000));
        stated.StatusCode.ShouldBe(HttpStatusCode.Created, await stated.Content.ReadAsStringAsync());

        Stored(await _client.PushAsync(
            isUpdating: true, Sample.Dossier(code, state: "6", fees: [Sample.Fee(listed), Sample.Fee(besides, "P02", "1")])));

        (await _gateway.ObligationsAsync(code)).ShouldBe(1);
        (await _gateway.InquiriesAsync(code)).ShouldBe(inquiry);
    }

    [Test]
    public async Task Should_let_an_agency_state_the_right_fees_another_way()
    {
        var code = Sample.Code("H29");
        Stored(await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state: "6", fees: Fees)));
        await _gateway.Database.ScalarAsync<long>(
            $"with taken as (update payment.obligation set state = 6 where id = 'H29/{code}' returning 1) select count(*) from taken");
        using var stated = await _system.PostAsJsonAsync("/v1/obligations", FeeDesk.Obligation($"right-{code}", code, 70_000));
        stated.StatusCode.ShouldBe(HttpStatusCode.Created, await stated.Content.ReadAsStringAsync());

        Stored(await _client.PushAsync(isUpdating: true, Sample.Dossier(code, state: "6", fees: [Sample.Fee("70000")])));
        (await _gateway.InquiriesAsync(code)).ShouldBeEmpty();
        Stored(await _client.PushAsync(isUpdating: true, Sample.Dossier(code, state: "6", fees: [Sample.Fee("80000")])));

        (await _gateway.InquiriesAsync(code)).ShouldBe("differ");
        (await _gateway.ObligationsAsync(code)).ShouldBe(2);
    }

    [Test]
    public async Task Should_charge_nobody_for_a_dossier_that_has_ended()
    {
        var code = Sample.Code("H29");
        Stored(await _client.PushAsync(isUpdating: false, Sample.Dossier(code)));
        await _gateway.Database.ScalarAsync<long>(
            $"with ended as (update dossier.dossier set state = 10 where code = '{code}' returning 1) select count(*) from ended");

        Stored(await _client.PushAsync(isUpdating: true, Sample.Dossier(code, state: "6", fees: Fees)));

        (await _gateway.ObligationsAsync(code)).ShouldBe(0);
        (await _gateway.InquiriesAsync(code)).ShouldBe("finished");
    }

    [Test]
    public async Task Should_refuse_another_statement_under_the_dossiers_identity()
    {
        var code = Sample.Code("H29");
        Stored(await _client.PushAsync(isUpdating: false, Sample.Dossier(code, state: "6", fees: Fees)));

        using var stated = await _system.PostAsJsonAsync("/v1/obligations", FeeDesk.Obligation(code, code, 1_000));

        stated.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _gateway.ObligationsAsync(code)).ShouldBe(1);
    }

    private static void Stored(ReplyEnvelope reply)
    {
        reply.ErrorCode.ShouldBe(0, reply.Message);
        reply.Results.ShouldAllBe(item => item.Code == "stored");
    }

    private Task<ReplyEnvelope> PushAsync(string way, string code, bool isUpdating)
    {
        var dossier = Sample.Dossier(code, state: "6", fees: [Sample.Fee("150000")]);
        return way switch
        {
            "G1" => _client.PushG1Async(isUpdating, FirstGeneration(code)),
            "G2" => _client.PushAsync(isUpdating, dossier),
            "proxy" => OneStopClient.SendAsync(
                _gateway, $"/api/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=H29&isUpdating={isUpdating}", ClientRequests.BareDossiers([dossier])),
            _ => OneStopClient.SendAsync(
                _gateway, $"/KetNoiMotCuaQuocGia/{(isUpdating ? "CapNhatHoSo" : "ThemMoiHoSo")}?MaDinhDanhTinh=H29",
                ClientRequests.BareDossiers([dossier])),
        };
    }

    private static G1.Dossier FirstGeneration(string code) => new()
    {
        MaHoSo = code,
        MaTTHC = Sample.Procedure,
        TenTTHC = "Thủ tục",
        MaLinhVuc = "G15-HT02",
        TenLinhVuc = "Hộ tịch",
        ChuHoSo = "Nguyễn Văn An",
        LoaiDoiTuong = "1",
        TrichYeuHoSo = "Hồ sơ",
        NgayTiepNhan = "20260105080000",
        TrangThaiHoSo = "6",
        HinhThuc = "0",
        DonViXuLy = "Bộ phận một cửa",
        DanhSachLePhi = [new G1.Fee { LoaiPhiLePhi = "2", MaPhiLePhi = "LP01", TenPhiLePhi = "Lệ phí", Gia = "150000" }],
    };
}
