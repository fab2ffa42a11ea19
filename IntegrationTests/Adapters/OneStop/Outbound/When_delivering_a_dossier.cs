using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Outbound;

internal sealed class When_delivering_a_dossier
{
    private const string Stored = """{"error_code":"0","message":"H29.101-261121-5000001| Tiếp nhận hồ sơ thành công"}""";

    [TestCase(WireGeneration.G1, 1, "g1-push")]
    [TestCase(WireGeneration.G2, 2, "g2-push")]
    public async Task Should_send_the_body_of_the_systems_generation(WireGeneration generation, int revision, string golden)
    {
        await using var agency = await FakeAgency.StartAsync();
        agency.Answers(200, Stored);
        using var delivery = new Delivery(Contents.System(agency.BaseUrl) with { Generation = generation });

        var outcome = await delivery.CallAsync(revision);

        outcome.Reply.ShouldBe(new DossierDelivered(Contents.Code, revision, AlreadyThere: false));
        var received = agency.Requests.ShouldHaveSingleItem();
        System.Text.Encoding.UTF8.GetString(received.Body).ShouldBe(Golden.Text(golden));
        received.Target.ShouldBe("/nhanhsdvcqg");
        received.Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        var push = DossierPush.Read(received.Body, generation).Value.ShouldNotBeNull();
        (push.Service, push.IsUpdating, push.Dossier.MaHoSo).ShouldBe(("NhanHoSoDVCQG", revision > 1, Contents.Code.Value));
    }

    [Test]
    public async Task Should_address_the_system_behind_its_adapter_by_headers()
    {
        await using var agency = await FakeAgency.StartAsync();
        agency.Answers(200, Stored);
        using var delivery = new Delivery(Contents.System(new Uri(agency.BaseUrl, "/VXPAdapter/RestService/forward/")) with
        {
            DstCode = "VN:GOV:000.00.00.H29:motcua",
            Authorization = "Bearer mau",
            ReceivePath = "mapi/nhan",
        });

        await delivery.CallAsync();

        var received = agency.Requests.ShouldHaveSingleItem();
        received.Target.ShouldBe("/VXPAdapter/RestService/forward/mapi/nhan");
        received.Headers["dstcode"].ShouldBe("VN:GOV:000.00.00.H29:motcua");
        received.Headers["Authorization"].ShouldBe("Bearer mau");
        received.Headers.Keys.ShouldNotContain("traceparent");
    }

    [Test]
    public async Task Should_address_the_system_behind_its_adapter_by_the_query()
    {
        await using var agency = await FakeAgency.StartAsync();
        agency.Answers(200, Stored);
        using var delivery = new Delivery(Contents.System(agency.BaseUrl) with
        {
            DstCode = "VN:GOV:000.00.00.H29:motcua",
            DstCodeInQuery = true,
            ProviderUrl = "https://motcua.example.gov.vn",
        });

        await delivery.CallAsync();

        var received = agency.Requests.ShouldHaveSingleItem();
        received.Target.ShouldBe("/nhanhsdvcqg?dstcode=VN%3AGOV%3A000.00.00.H29%3Amotcua&providerurl=https%3A%2F%2Fmotcua.example.gov.vn");
        received.Headers.Keys.ShouldNotContain("dstcode");
    }

    [Test]
    public async Task Should_wait_where_settings_or_contents_are_missing()
    {
        using var delivery = new Delivery(Contents.System(baseUrl: null));
        (await delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Transient);
        delivery.System = Contents.System(new Uri("ftp://127.0.0.1"));
        (await delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Transient);
        delivery.System = null;
        (await delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Transient);
        delivery.System = Contents.System(new Uri("http://127.0.0.1:9"));
        delivery.Content = null;
        (await delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Transient);
    }

    [Test]
    public void Should_declare_what_may_be_done_when_the_outcome_is_unknown()
    {
        using var delivery = new Delivery(Contents.System(new Uri("http://127.0.0.1:9")));
        delivery.Operation.RepeatabilityOf(Delivery.Command()).ShouldBe(Repeatability.CanBeAsked);
        delivery.Operation.RepeatabilityOf(Delivery.Command(revision: 2)).ShouldBe(Repeatability.Deduplicates());
        delivery.System = delivery.System! with { LookupPath = null };
        delivery.Operation.RepeatabilityOf(Delivery.Command()).ShouldBe(Repeatability.Deduplicates());
    }
}
