using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Sandbox.Tests.Support;

namespace DichVuCong.Sandbox.Tests.Agencies;

public class When_dossiers_are_pushed
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

    [Test]
    public async Task Should_store_a_dossier_once_however_often_it_comes()
    {
        (await _portal.PushAsync(Code)).Reply.ShouldBeOfType<DossierDelivered>().AlreadyThere.ShouldBeFalse();
        (await _portal.PushAsync(Code)).Reply.ShouldBeOfType<DossierDelivered>().AlreadyThere.ShouldBeTrue();

        var dossier = await _sandbox.DossierAsync(Code);
        dossier.GetProperty("pushes").GetInt32().ShouldBe(2);
        dossier.GetProperty("copies").GetInt32().ShouldBe(1);
        dossier.GetProperty("overlaps").GetInt32().ShouldBe(0);
    }

    [Test]
    public async Task Should_replace_a_dossier_by_its_update()
    {
        await _portal.PushAsync(Code);
        (await _portal.PushAsync(Code, revision: 2)).Kind.ShouldBe(OutcomeKind.Done);

        var dossier = await _sandbox.DossierAsync(Code);
        dossier.GetProperty("copies").GetInt32().ShouldBe(1);
        dossier.GetProperty("updates").GetInt32().ShouldBe(1);
        dossier.GetProperty("updatesTooEarly").GetInt32().ShouldBe(0);
    }

    [Test]
    public async Task Should_remember_an_update_that_came_before_its_dossier()
    {
        await _portal.PushAsync(Code, revision: 2);

        (await _sandbox.DossierAsync(Code)).GetProperty("updatesTooEarly").GetInt32().ShouldBe(1);
    }

    [TestCase("H29")]
    [TestCase("H41")]
    [TestCase("G01")]
    public async Task Should_say_whether_a_system_has_a_dossier(string system)
    {
        var code = $"{system}-261121-5000007";
        (await _portal.AskAsync(code)).Kind.ShouldBe(OutcomeKind.Absent);

        await _portal.PushAsync(code);

        (await _portal.AskAsync(code)).Kind.ShouldBe(OutcomeKind.Done);
    }

    [Test]
    public async Task Should_take_the_pushes_of_every_system_of_the_catalogue()
    {
        foreach (var system in _sandbox.Systems.All)
        {
            (await _portal.PushAsync($"{system.Code}-261121-5000001")).Kind.ShouldBe(OutcomeKind.Done, system.Code);
        }

        var totals = (await _sandbox.GetAsync("/sandbox/ledger")).GetProperty("dossiers").GetProperty("pushed");
        totals.GetProperty("stored").GetInt32().ShouldBe(_sandbox.Systems.All.Count);
        totals.GetProperty("doubled").GetInt32().ShouldBe(0);
    }

    [Test]
    public async Task Should_refuse_a_body_that_is_no_dossier()
    {
        using var nonsense = new StringContent("{\"service\":\"NhanHoSoDVCQG\",\"data\":{}}");
        var answer = await _sandbox.Http.PostAsync("/agency/H29/nhanhsdvcqg", nonsense);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("-1");
    }

    [TestCase("H29", 200)]
    [TestCase("H99", 404)]
    public async Task Should_have_a_page_for_users_who_are_redirected(string system, int status)
    {
        var answer = await _sandbox.Http.GetAsync($"/agency/{system}/nop-ho-so?thu-tuc=1.001193&co-quan=H29.101");

        ((int)answer.StatusCode).ShouldBe(status);
        if (status == 200) System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("thành phố Hồ Chí Minh");
    }
}
