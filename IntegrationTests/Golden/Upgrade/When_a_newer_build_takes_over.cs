using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Schema;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Testing;

namespace DichVuCong.Golden.Tests.Upgrade;

/// <summary>
/// The database of every release that was recorded: this build brings it to its own tables and goes on where the older one was stopped. Every
/// dossier comes to its end, and nothing is lost on the way.
/// </summary>
[TestFixtureSource(nameof(Releases))]
internal sealed class When_a_newer_build_takes_over(ReleaseDump release)
{
    private TestDatabase _database = null!;
    private Inheritance _left = null!;
    private IReadOnlyDictionary<string, long> _inTheWay = null!;
    private UpgradedSystem _system = null!;

    private static IEnumerable<ReleaseDump> Releases => ReleaseDump.All;

    [OneTimeSetUp]
    public async Task TakeOverAsync()
    {
        _database = await release.RestoreAsync();
        _left = await Inheritance.ReadAsync(_database);
        _inTheWay = await Inheritance.CountAsync(_database, Inheritance.Queues);
        await Migrator.ApplyAsync(_database.Source, RegistrySchema.All, CancellationToken.None);
        // The time for which the older build had put calls off has passed.
        await _database.ScalarAsync<long>("with due as (update bus.later set due = now() returning 1) select count(*) from due");
        _system = await UpgradedSystem.StartAsync(_database);
        await LeadToTheEndAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_system is not null) await _system.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    [Test]
    public void Should_have_found_everything_that_can_be_in_the_way() => _inTheWay.ShouldAllBe(queue => queue.Value > 0);

    [Test]
    public void Should_have_found_dossiers_in_every_state() => Enum.GetValues<DossierState>().Except([DossierState.Other])
        .Except(_left.Dossiers.Select(dossier => dossier.State)).ShouldBeEmpty();

    [Test]
    public async Task Should_have_nothing_left_to_migrate() =>
        (await Migrator.ApplyAsync(_database.Source, RegistrySchema.All, CancellationToken.None)).ShouldBeEmpty();

    [Test]
    public async Task Should_lead_every_dossier_to_its_end()
    {
        foreach (var (code, before, _) in _left.Dossiers)
        {
            var state = await _system.StateOfAsync(code);
            StateGraph.IsFinal(state).ShouldBeTrue($"{code} is {state}");
            if (StateGraph.IsFinal(before)) state.ShouldBe(before, $"{code} had ended");
        }
    }

    [Test]
    public async Task Should_leave_nothing_in_the_way() =>
        (await Inheritance.CountAsync(_database, Inheritance.Queues)).ShouldAllBe(queue => queue.Value == 0);

    [Test]
    public void Should_ask_about_the_calls_that_were_out_before_it_repeats_them()
    {
        _left.Marked.ShouldNotBeEmpty();
        _left.Marked.Except(_system.Partners.Asked).ShouldBeEmpty();
        _left.Marked.Intersect(_system.Partners.Called).ShouldBeEmpty("the partner had them");
    }

    [Test]
    public async Task Should_give_repeated_calls_their_old_answers()
    {
        _left.Calls.Count.ShouldBeGreaterThan(20);
        foreach (var (identity, answer) in _left.Calls)
        {
            var again = await _system.Door.AcceptAsync(new DoorCall { Identity = identity, Answer = "another"u8.ToArray() }, CancellationToken.None);
            again.Verdict.ShouldBe(DoorVerdict.SameAgain);
            again.Answer.ShouldBe(answer);
            var other = await _system.Door.AcceptAsync(new DoorCall { Identity = identity with { Content = new byte[32] } }, CancellationToken.None);
            other.Verdict.ShouldBe(DoorVerdict.Conflict);
        }
    }

    [Test]
    public async Task Should_lose_no_row()
    {
        var rows = await Inheritance.CountAsync(_database, _left.Rows.Keys);

        foreach (var (table, count) in _left.Rows) rows[table].ShouldBeGreaterThanOrEqualTo(count, table);
        (await _database.ScalarAsync<long>("select count(*) from bus.saga s join bus.word w on w.id = s.type where w.name = 'dossiers'"))
            .ShouldBe(rows["dossier.dossier"], "one saga for each dossier");
    }

    [Test]
    public async Task Should_go_on_with_the_journal_of_the_older_build()
    {
        var (batches, broken, _) = await new JournalVerifier(_database.Source).VerifyAsync(DateTimeOffset.UnixEpoch, CancellationToken.None);

        broken.ShouldBeEmpty();
        batches.ShouldBe(await _database.ScalarAsync<long>("select count(*) from bus.chain"));
    }

    [Test]
    public async Task Should_open_what_the_older_build_sealed()
    {
        var contents = new DossierContents(_database.Source, new Sealer(KeyRing.Parse(KeyRing.Development)));
        foreach (var (code, _, _) in _left.Dossiers.Where(dossier => dossier.Code.Value.Contains("-50000", StringComparison.Ordinal)))
        {
            (await contents.FindAsync(code, revision: 1, CancellationToken.None)).ShouldNotBeNull().Dossier.ShouldBe(code);
        }
    }

    [Test]
    public async Task Should_go_on_with_the_feed()
    {
        // Transactions of other tests on the same server hold the feed back.
        await Eventually.HoldsAsync(
            async () => await _database.ScalarAsync<bool>("select bool_and(tx < pg_snapshot_xmin(pg_current_snapshot())) from dossier.feed"),
            "the feed shows all events", TimeSpan.FromSeconds(90));
        var place = await new FeedPlaces(_database.Source).FindAsync(after: null, CancellationToken.None);
        var (after, events) = (place.ShouldBeOfType<FeedPlace.At>().Cursor, new List<FeedEvent>());
        while (await new FeedReader(_database.Source).ReadAsync(after, 500, CancellationToken.None) is { Count: > 0 } page)
        {
            events.AddRange(page);
            after = page[^1].Cursor;
        }

        events.Count.ShouldBeGreaterThan((int)_left.Rows["dossier.feed"]);
        var told = events.Where(row => row.Type.Contains("state-changed", StringComparison.Ordinal)).Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        _left.Dossiers.Select(dossier => dossier.Code.Value).Except(told).ShouldBeEmpty("the end of every dossier was told");
    }

    /// <summary>Everybody does what is theirs to do: operators, the coordination desk, the agencies.</summary>
    private async Task LeadToTheEndAsync()
    {
        await FileWhatWasAwaitedAsync();
        await _system.ConnectAsync("onestop:H34");
        await RetryAsync();
        foreach (var (code, state, _) in _left.Dossiers)
        {
            if (state == DossierState.Unrouted) await _system.SendAsync(code, AssignmentOf(code));
            if (state == DossierState.RefusedBySystem) await _system.SendAsync(code, new RedeliverDossier(code, "vanhanh01", Guid.NewGuid()));
        }

        foreach (var (code, _, system) in _left.Dossiers)
        {
            await _system.UntilAsync(code, state => !StateGraph.IsBeforeTheAgency(state));
            if (StateGraph.IsFinal(await _system.StateOfAsync(code))) continue;
            foreach (var state in new[] { DossierState.Accepted, DossierState.Processed, DossierState.Returned })
            {
                await _system.SendAsync(code, _system.Row(code, system ?? "H29", state));
            }
        }

        foreach (var (code, _, _) in _left.Dossiers) await _system.UntilAsync(code, StateGraph.IsFinal);
        foreach (var queue in Inheritance.Queues) await _system.UntilNoneAsync(queue);
    }

    /// <summary>The filing for which statuses of its agency wait; they may have waited too long by now, and be parked.</summary>
    private async Task FileWhatWasAwaitedAsync()
    {
        var key = await _database.ScalarAsync<string>("select key from (select key from bus.waiting union select key from bus.parked) k where key like '%-5000900'");
        var code = DossierCode.Parse(key);
        var now = TimeProvider.System.GetUtcNow();
        var (agency, procedure, flow) = (AgencyCode.Parse("H29.168"), ProcedureCode.Parse("1.000689"), await _database.ScalarAsync<int>("select max(flow) from dossier.dossier"));
        await _system.Door.AcceptAsync(
            new DoorCall
            {
                Records =
                [
                    new RegisterDossier(
                        code, procedure, agency, "H29", DossierOrigin.Portal, FilingChannel.Online, Central: false, flow, "portal", "sub-late", Applicant: null, now,
                        DossierState.Filed, Deadline: null),
                ],
                Messages =
                [
                    new DoorMessage(
                        new SubmitDossier(
                            code, procedure, agency, "H29", DossierOrigin.Portal, FilingChannel.Online, Central: false, now, "vn", Term: null, Deadline: null,
                            NoticeChannels.None),
                        flow),
                ],
            },
            CancellationToken.None);
        await _system.UntilAsync(code, state => state is not DossierState.Filed);
        await _system.SendAsync(code, _system.Row(code, "H29", DossierState.Stopped));
    }

    /// <summary>Whatever is parked is put back, until nothing is, and no key is closed: a host learns of a new line only after a while.</summary>
    private Task RetryAsync() => Eventually.HoldsAsync(
        async () =>
        {
            var parked = await _system.Parking.ListAsync(100, CancellationToken.None);
            foreach (var message in parked)
            {
                try
                {
                    await _system.Parking.OrderAsync(message.Id, ParkingAction.Retry, body: null, "vanhanh01", CancellationToken.None);
                }
                catch (KeyNotFoundException)
                {
                    // An earlier order about it has just been obeyed.
                }
            }

            return parked.Count == 0 && await _database.ScalarAsync<long>("select (select count(*) from bus.blocked) + (select count(*) from bus.ready)") == 0;
        },
        "nothing is parked any more",
        TimeSpan.FromMinutes(2));

    private static AssignAgency AssignmentOf(DossierCode code) => new(
        code, AgencyCode.Parse("H29.168"), "H29", Central: false, "vn", Term: null, Deadline: null, "dieuphoi01");
}
