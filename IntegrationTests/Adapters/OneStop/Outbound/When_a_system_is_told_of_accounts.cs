using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DichVuCong.Adapters.OneStop.Accounts;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Outbound;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class When_a_system_is_told_of_accounts : IOneStopDirectory, IAccountProfiles, IAgencyOfficers, IDisposable
{
    private static readonly AccountId Officer = AccountId.Parse("T26030201G7K9A2B");
    private static readonly AgencyCode Agency = AgencyCode.Parse("H29.1");
    private static readonly ProcedureCode Procedure = ProcedureCode.Parse("1.000001");
    private readonly HttpClient _http = OneStopHttp.CreateClient(OneStopHttp.CreateHandler());
    private readonly ManualTime _time = new();
    private readonly List<DigestedOfficer> _ours = [];
    private FakeAgency _agency = null!;
    private OneStopSystem? _system;

    private DateTimeOffset Now => _time.GetUtcNow();

    [SetUp]
    public async Task StartAsync()
    {
        _agency = await FakeAgency.StartAsync();
        _system = Contents.System(_agency.BaseUrl);
    }

    [TearDown]
    public async Task StopAsync() => await _agency.DisposeAsync();

    [Test]
    public async Task Should_send_all_that_the_system_may_know()
    {
        _agency.Answers(200, $$"""{"account":"{{Officer}}","version":7}""");
        var outcome = await PushAsync();

        outcome.Kind.ShouldBe(OutcomeKind.Done);
        outcome.Reply.ShouldBe(new AccountPushed(Officer, "H29", 7));
        var request = _agency.Requests.ShouldHaveSingleItem();
        request.Target.ShouldStartWith("/accounts/v1/officers");
        var body = JsonNode.Parse(request.Body)!;
        body["state"]!.GetValue<string>().ShouldBe("active");
        body["posts"]![0]!["groups"]![0]!.GetValue<string>().ShouldBe("TIEP_NHAN");
        body["profile"]!["personalId"]!.GetValue<string>().ShouldBe("001090012345");
    }

    [Test]
    public async Task Should_send_no_personal_data_where_the_person_has_no_post_any_more()
    {
        _agency.Answers(200, $$"""{"account":"{{Officer}}","version":7}""");
        (await PushAsync(posts: [])).Kind.ShouldBe(OutcomeKind.Done);
        Encoding.UTF8.GetString(_agency.Requests.ShouldHaveSingleItem().Body).ShouldNotContain("001090012345");
    }

    [TestCase(200, """{"account":"T26030201G7K9A2B","version":6}""", OutcomeKind.Unknown), TestCase(200, "<html>", OutcomeKind.Unknown)]
    [TestCase(500, "", OutcomeKind.Unknown), TestCase(429, "", OutcomeKind.Transient), TestCase(401, "", OutcomeKind.Transient)]
    [TestCase(404, "", OutcomeKind.Refused), TestCase(422, """{"code":"x","message":"Không nhận"}""", OutcomeKind.Refused)]
    public async Task Should_tell_what_an_answer_came_to(int status, string body, OutcomeKind kind)
    {
        _agency.Answers(status, body);
        (await PushAsync()).Kind.ShouldBe(kind);
    }

    [Test]
    public async Task Should_keep_the_words_of_a_refusal_without_what_is_personal()
    {
        _agency.Answers(422, """{"code":"x","message":"Cán bộ Nguyễn Văn Mẫu, 001090012345, đã nghỉ"}""");
        var outcome = await PushAsync();
        outcome.Reply.ShouldBe(new AccountPushRefused(Officer, "H29", 7, "Cán bộ ***, ***, đã nghỉ"));
        outcome.ToString().ShouldNotContain("Mẫu");
    }

    [Test]
    public async Task Should_bring_back_what_the_system_holds_of_a_scope()
    {
        var theirs = new ScopeReplica(new ScopeLife(ScopeSide.OneStop, 1));
        theirs.Say(new ScopeKey(Officer, Procedure), granted: false, "b", Now);
        var push = new ScopeReplica(new ScopeLife(ScopeSide.Coordination, 1)).Say(new ScopeKey(Officer, Procedure), granted: true, "a", Now);
        theirs.Hear(push);
        var held = new ScopeChange(Officer, Procedure, theirs.RegisterOf(push.Key));
        _agency.Answers(200, JsonSerializer.Serialize(held, AccountWireJson.Default.ScopeChange));

        var outcome = await new PushScopeOperation(_http, this, _time).CallAsync(new PushScope("H29", push), Delivery.Call, CancellationToken.None);
        outcome.Kind.ShouldBe(OutcomeKind.Done);
        outcome.Reply.ShouldBe(new ScopePushed("H29", held));
    }

    [Test]
    public async Task Should_refuse_an_answer_from_a_clock_that_is_too_far_ahead()
    {
        var push = new ScopeReplica(new ScopeLife(ScopeSide.OneStop, 1)).Say(new ScopeKey(Officer, Procedure), granted: true, "a", Now.AddDays(365));
        _agency.Answers(200, JsonSerializer.Serialize(push, AccountWireJson.Default.ScopeChange));
        var outcome = await new PushScopeOperation(_http, this, _time).CallAsync(new PushScope("H29", push), Delivery.Call, CancellationToken.None);
        outcome.Reply.ShouldBeOfType<ScopePushRefused>().Reason.ShouldContain("Đồng hồ");
    }

    [Test]
    public async Task Should_find_exactly_who_differs_and_leave_out_who_is_under_way()
    {
        var (equal, missing, underWay, stray) = (Id(1), Id(2), Id(3), Id(4));
        _ours.AddRange([new(equal, OfficerDigest.Hash("1"), false), new(missing, OfficerDigest.Hash("2"), false), new(underWay, OfficerDigest.Hash("3"), true)]);
        var theirs = new AgencyDigest(new Dictionary<AccountId, string> { [equal] = OfficerDigest.Hash("1"), [stray] = OfficerDigest.Hash("4") });
        var scope = new ScopeReplica(new ScopeLife(ScopeSide.OneStop, 1)).Say(new ScopeKey(stray, Procedure), granted: true, "b", Now);
        Serve(theirs, new HeldOfficer(stray, 3, [scope]));

        var found = (await CompareAsync()).Reply.ShouldBeOfType<DigestsCompared>();
        (found.Differing, found.Theirs, found.Run).ShouldBe((2, theirs.Root, 5));
        found.Officers.Select(officer => (officer.Account, officer.Version, officer.IsOurs)).ShouldBe([(missing, 0, true), (stray, 3, false)]);
        found.Officers[0].OursAlone.ShouldBe([Procedure]);
        found.Officers[1].Theirs.ShouldHaveSingleItem().Register.ShouldBe(scope.Register);
    }

    [Test]
    public async Task Should_ask_once_where_both_sides_are_equal()
    {
        _ours.Add(new(Id(1), OfficerDigest.Hash("1"), false));
        Serve(new AgencyDigest(new Dictionary<AccountId, string> { [Id(1)] = OfficerDigest.Hash("1") }));
        var found = (await CompareAsync()).Reply.ShouldBeOfType<DigestsCompared>();
        found.Ours.ShouldBe(found.Theirs);
        _agency.Requests.Count.ShouldBe(1);
    }

    [TestCase(404, OutcomeKind.Refused), TestCase(500, OutcomeKind.Transient), TestCase(200, OutcomeKind.Transient)]
    public async Task Should_compare_again_later_where_there_is_no_answer(int status, OutcomeKind kind)
    {
        _agency.Answers(status, "");
        (await CompareAsync()).Kind.ShouldBe(kind);
    }

    public OneStopSystem? Find(string code) => code == "H29" ? _system : null;

    public Task<AccountProfile?> OpenAsync(AccountId account, int revision, CancellationToken cancellationToken) => Task.FromResult<AccountProfile?>(new AccountProfile
    {
        Account = account,
        Revision = revision,
        FullName = Parsed<PersonName>("Nguyễn Văn Mẫu"),
        PersonalId = Parsed<PersonalId>("001090012345"),
        Unit = Agency,
        Position = "Chuyên viên",
        Phone = Parsed<PhoneNumber>("0912345678"),
        Email = Parsed<EmailAddress>("mau.nv@example.gov.vn"),
    });

    public Task<IReadOnlyList<DigestedOfficer>> ReadAsync(string system, AgencyCode agency, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DigestedOfficer>>(_ours);

    public Task<IReadOnlyDictionary<AccountId, IReadOnlyList<ProcedureCode>>> KnownAsync(string system, IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<AccountId, IReadOnlyList<ProcedureCode>>>(
            _ours.Where(officer => accounts.Contains(officer.Account)).ToDictionary(officer => officer.Account, _ => (IReadOnlyList<ProcedureCode>)[Procedure]));

    public void Dispose() => _http.Dispose();

    private static AccountId Id(int number) => AccountId.Of(new DateOnly(2026, 3, 2), (ulong)number);

    private static T Parsed<T>(string text)
        where T : IText<T> => T.TryParse(text, out var value) ? value : throw new FormatException(text);

    private Task<Outcome> PushAsync(IReadOnlyList<AccountPost>? posts = null) => new PushAccountOperation(_http, this, this, _time).CallAsync(
        new PushAccount(
            Officer, "H29", 7, 1, AccountKind.Officer, AccountState.Active, posts ?? [new AccountPost(Agency, GroupSet.Of(PermissionGroup.Receiving), ["H29"])]),
        Delivery.Call, CancellationToken.None);

    private Task<Outcome> CompareAsync() =>
        new CompareDigestsOperation(_http, this, this, _time).CallAsync(new CompareDigests("H29", Agency, 5), Delivery.Call, CancellationToken.None);

    private void Serve(AgencyDigest digest, params IReadOnlyList<HeldOfficer> held) => _agency.Answer = async context =>
    {
        var json = AccountWireJson.Default;
        var body = _agency.Requests.Last().Body;
        var answer = context.Request.Path.Value!.TrimStart('/') switch
        {
            AccountPaths.Nodes => JsonSerializer.SerializeToUtf8Bytes(
                new DigestNodes(digest.Root, [.. JsonSerializer.Deserialize(body, json.DigestQuestion)!.Places.Select(digest.Nodes)]), json.DigestNodes),
            AccountPaths.DigestOfficers => JsonSerializer.SerializeToUtf8Bytes(
                new DigestOfficers(JsonSerializer.Deserialize(body, json.DigestQuestion)!.Places.SelectMany(digest.Officers).ToDictionary()), json.DigestOfficers),
            _ => JsonSerializer.SerializeToUtf8Bytes(new HeldOfficers(held), json.HeldOfficers),
        };
        await context.Response.Body.WriteAsync(answer);
    };
}
