using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Sagas;
using DichVuCong.Registries.Tests.Operations.Support;

namespace DichVuCong.Registries.Tests.Operations;

internal sealed class When_sagas_are_counted
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private FiledDossiers _filed = null!;
    private CensusReader _reader = null!;

    [OneTimeSetUp]
    public async Task CountAsync()
    {
        _filed = await FiledDossiers.CreateAsync();
        _reader = new CensusReader(_filed.Database.Source);
        await _filed.FileAsync("H29.101-260302-5000001", Now.AddDays(-30), DossierState.Returned);
        await _filed.FileAsync("H29.101-260302-5000002", Now.AddDays(-2), DossierState.Registered);
        await _filed.FileAsync("H29.101-260302-5000003", Now.AddDays(-4), DossierState.Registered);
        await _filed.FileAsync("H26.107-260302-5000004", Now.AddDays(-9), DossierState.Registered);
        await _filed.FileAsync("H26.107-260302-5000005", Now.AddHours(-1), DossierState.Processing);
        await _filed.ExecuteAsync(
            """
            insert into bus.word (kind, name) values ('endpoint', 'dossiers'), ('clock', 'deadline'), ('type', 'x');
            insert into bus.saga (id, type, key, flow, version, schema, last_now, state)
            select i, (select id from bus.word where name = 'dossiers'), 'H26.107-260302-5000005', 1, 1, 1, now(), '\x7b7d' from generate_series(1, 1) i;
            insert into bus.clock (saga, name, lane, serial, due, state) select 1, id, 17, 1, now() - interval '1 hour', 1 from bus.word where name = 'deadline';
            insert into bus.blocked (scope, key, reason, since) select id, 'H29.101-260302-5000002', 'x', now() - interval '5 minutes' from bus.word where name = 'dossiers';
            insert into payment.obligation (id, account, agency, content, stated_at, expires_at, state_since, amount, state)
            values ('ob-1', 'bo', 'H29.101', '\x00', now(), now(), now() - interval '8 days', 1000, 2);
            insert into dossier.notice (code, occasion, channel, state, at) values
              ('H29.101-260302-5000001', 'receipt', 1, 1, now() - interval '30 days'), ('H29.101-260302-5000002', 'receipt', 1, 0, now() - interval '2 hours');
            """);
        (await new CensusTaker(_filed.Database.Source).TakeAsync(CancellationToken.None)).ShouldBeTrue();
    }

    [OneTimeTearDown]
    public async Task DropAsync() => await _filed.DisposeAsync();

    [Test]
    public async Task Should_count_each_state_and_name_the_oldest_in_it()
    {
        var census = (await _reader.LatestAsync(scope: null, CancellationToken.None))!;

        census.Counts.Where(row => row.Type == "dossiers").Select(row => ((int)row.State, row.Amount, row.OldestKey, row.IsOver)).ShouldBe(
            new (int, long, string?, bool)[] { (1, 3, "H26.107-260302-5000004", false), (4, 1, "H26.107-260302-5000005", false), (10, 1, null, true) }, ignoreOrder: true);
        census.Counts.Single(row => row.Type == "obligations").Name.ShouldBe("PartlyPaid");
        census.Counts.Where(row => row.Type == "notices").Select(row => (row.Name, row.Amount)).ShouldBe([("Ordered", 1), ("Sent", 1)], ignoreOrder: true);
    }

    [Test]
    public async Task Should_find_what_is_stuck_by_each_kind_of_rule()
    {
        var census = (await _reader.LatestAsync(scope: null, CancellationToken.None))!;

        census.Rules.Where(rule => rule.Amount > 0).Select(rule => (rule.Id, rule.Amount)).ShouldBe(
            [("dossier-not-accepted", 2), ("dossier-clock", 1), ("dossier-parked", 1), ("dossier-overdue", 1), ("obligation-partly-paid", 1), ("notice-unsent", 1)], ignoreOrder: true);
        var stuck = await _reader.StuckAsync(scope: null, "dossier-not-accepted", 10, CancellationToken.None);
        stuck.Select(row => row.Key).ShouldBe(["H26.107-260302-5000004", "H29.101-260302-5000003"]);
        stuck[0].State.ShouldBe("Registered");
        (await _reader.StuckAsync(scope: null, "dossier-parked", 10, CancellationToken.None)).Single().Key.ShouldBe("H29.101-260302-5000002");
        (await _reader.StuckAsync(scope: null, "dossier-clock", 10, CancellationToken.None)).Single().Agency.ShouldBe("H26.107");
    }

    [Test]
    public async Task Should_show_nobody_more_than_his_agencies()
    {
        var census = (await _reader.LatestAsync(["H29.101"], CancellationToken.None))!;

        census.Counts.Where(row => row.Type == "dossiers").Sum(row => row.Amount).ShouldBe(3);
        census.Rules.Single(rule => rule.Id == "dossier-clock").Amount.ShouldBe(0);
        (await _reader.StuckAsync(["H29.101"], rule: null, 100, CancellationToken.None)).ShouldAllBe(row => row.Agency == "H29.101");
        (await _reader.StuckAsync([], rule: null, 100, CancellationToken.None)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_look_at_no_rule_that_is_switched_off()
    {
        await using var other = await FiledDossiers.CreateAsync();
        await other.FileAsync("H29.101-260302-5000003", Now.AddDays(-4), DossierState.Registered);
        await other.ExecuteAsync("update operations.saga_rule set enabled = false where id = 'dossier-not-accepted'; update operations.saga_rule set older = '10 days' where kind = 'deadline'");
        var taker = new CensusTaker(other.Database.Source);
        await taker.TakeAsync(CancellationToken.None);
        (await new CensusReader(other.Database.Source).StuckAsync(scope: null, rule: null, 100, CancellationToken.None)).ShouldBeEmpty();

        await other.ExecuteAsync("update operations.saga_rule set enabled = true");
        await taker.TakeAsync(CancellationToken.None);
        (await new CensusReader(other.Database.Source).StuckAsync(scope: null, rule: null, 100, CancellationToken.None)).Single().Rule.ShouldBe("dossier-not-accepted");
    }

    [Test]
    public void Should_have_a_word_in_both_languages_for_every_state()
    {
        foreach (var type in SagaTypes.All)
        {
            foreach (var (_, name) in type.States)
            {
                OperatorWords.OfState(type.Endpoint, name).ShouldNotContain(":");
                OperatorWords.OfState(type.Endpoint, name, english: true).ShouldNotContain(":");
            }
        }

        OperatorWords.All.ShouldAllBe(word => word.Value.Vi.Length > 0 && word.Value.En.Length > 0);
    }
}
