using System.Text;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Outbound;

/// <summary>After a restore the portal asks where its dossiers stand.</summary>
internal sealed class When_asking_where_a_dossier_stands
{
    private static readonly AskDossierState Question = new(Contents.Code, "H29", Restore: 2);

    private FakeAgency _agency = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _agency = await FakeAgency.StartAsync();
        _http = OneStopHttp.CreateClient(OneStopHttp.CreateHandler());
    }

    [TearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _agency.DisposeAsync();
    }

    [Test]
    public async Task Should_tell_the_state_as_of_the_question_alike_in_every_repetition()
    {
        _agency.Answers(200, Encoding.UTF8.GetString(AgencyReplies.Found(new() { MaHoSo = Contents.Code.Value, TrangThaiHoSo = "4" })));

        var first = Row(await AskAsync());
        var second = Row(await AskAsync());

        (first.State, first.Source).ShouldBe((DossierState.Processing, StatusSource.Asked));
        (second.RowId, second.State).ShouldBe((first.RowId, first.State));
        first.At.ShouldBeLessThanOrEqualTo(DateTimeOffset.UtcNow);
    }

    [Test]
    public async Task Should_tell_that_the_system_does_not_know_it()
    {
        _agency.Answers(200, """{"error_code":"-1","message":"Không tìm thấy hồ sơ"}""");

        (await AskAsync()).Reply.ShouldBe(new DossierStateTold(Contents.Code, "H29", 2, Row: null));
    }

    [TestCase(1, OutcomeKind.Transient)]
    [TestCase(7, OutcomeKind.Transient)]
    [TestCase(8, OutcomeKind.Refused)]
    public async Task Should_ask_an_unclear_system_again_but_not_for_ever(int attempt, OutcomeKind expected)
    {
        _agency.Answers(500, "<html></html>");

        var outcome = await AskAsync(attempt);

        outcome.Kind.ShouldBe(expected);
        outcome.Reply.ShouldBe(expected == OutcomeKind.Refused ? new DossierStateNotTold(Contents.Code, 2) : null);
    }

    [Test]
    public async Task Should_say_so_when_there_is_nothing_to_ask_with_or_no_state_in_the_answer()
    {
        (await AskAsync(system: Contents.System(_agency.BaseUrl) with { LookupPath = null })).Reply.ShouldBe(new DossierStateNotTold(Contents.Code, 2));

        _agency.Answers(200, Encoding.UTF8.GetString(AgencyReplies.Found(new() { MaHoSo = Contents.Code.Value })));
        (await AskAsync()).Reply.ShouldBe(new DossierStateNotTold(Contents.Code, 2));
    }

    private Task<Outcome> AskAsync(int attempt = 1, OneStopSystem? system = null) =>
        new AskDossierStateOperation(_http, new Directory(system ?? Contents.System(_agency.BaseUrl)), TimeProvider.System).CallAsync(
            Question, new PartnerCall(Guid.NewGuid(), "onestop:H29", attempt, DateTimeOffset.UtcNow, TimeSpan.FromSeconds(30)), CancellationToken.None);

    private static AgencyStatusRow Row(Outcome outcome) => outcome.Reply.ShouldBeOfType<DossierStateTold>().Row.ShouldNotBeNull();

    private sealed class Directory(OneStopSystem system) : IOneStopDirectory
    {
        public OneStopSystem? Find(string code) => system;
    }
}
