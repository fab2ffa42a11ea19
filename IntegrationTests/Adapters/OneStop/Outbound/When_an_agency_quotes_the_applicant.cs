using DichVuCong.Contracts.Dossiers;
using DichVuCong.OneStop.Tests.Fakes;
using Newtonsoft.Json;

namespace DichVuCong.OneStop.Tests.Outbound;

internal sealed class When_an_agency_quotes_the_applicant
{
    [TestCase("Ông NGUYỄN VĂN MẪU đã nộp", "Ông *** đã nộp")]
    [TestCase("Ong nguyen van mau da nop", "Ong *** da nop")]
    [TestCase("CCCD 001000000001 bị trùng", "CCCD *** bị trùng")]
    [TestCase("CCCD 001 000 000 001 bị trùng", "CCCD *** bị trùng")]
    [TestCase("Gọi 0900000001, +84900000001 hoặc 0900.000.001", "Gọi ***, +*** hoặc ***")]
    [TestCase("Thư mau@example.vn, khac@example.vn", "Thư ***, ***")]
    [TestCase("Tài khoản 11111111-2222-3333-4444-555555555555", "Tài khoản ***")]
    [TestCase("H29.101-261121-5000001|Hồ sơ H29.101-261121-5000001 thiếu tờ khai 01", "Hồ sơ H29.101-261121-5000001 thiếu tờ khai 01")]
    public async Task Should_leave_out_who_it_is(string message, string reason) => (await RefusedAsync(message)).Reason.ShouldBe(reason);

    [Test]
    public async Task Should_cut_the_text_to_300_characters() => (await RefusedAsync(new string('ữ', 100_000))).Reason.ShouldBe(new string('ữ', 300));

    [Test]
    public async Task Should_say_nothing_of_the_applicant_to_anybody_who_listens()
    {
        using var log = new NetworkLog();
        await RefusedAsync("Ông Nguyễn Văn Mẫu, 001000000001");
        log.Lines.ShouldContain(line => line.Contains("nhanhsdvcqg"));
        foreach (var secret in Contents.PersonalData) log.Lines.ShouldNotContain(line => line.Contains(secret));
    }

    private static async Task<DeliveryRefused> RefusedAsync(string message)
    {
        await using var agency = await FakeAgency.StartAsync();
        agency.Answers(200, JsonConvert.SerializeObject(new { error_code = -1, message }));
        using var delivery = new Delivery(Contents.System(agency.BaseUrl));
        return (await delivery.CallAsync()).Reply.ShouldBeOfType<DeliveryRefused>();
    }
}
