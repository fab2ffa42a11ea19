using DichVuCong.Contracts;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Restoring;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Testing;

namespace DichVuCong.Registries.Tests.Restoring;

internal sealed class When_a_restore_is_marked
{
    private static readonly AgencyCode Known = AgencyCode.Parse("H29.101");
    private static readonly AgencyCode First = AgencyCode.Parse("H29.102");
    private static readonly DossierCodeOptions Options = new() { GapAfterRestore = 1000 };

    private TestDatabase _database = null!;
    private FeedPlaces _places = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _database = await SeededDatabase.CreateAsync();
        _places = new FeedPlaces(_database.Source);
    }

    [TearDown]
    public async Task StopAsync() => await _database.DisposeAsync();

    [Test]
    public async Task Should_never_give_a_code_that_may_have_been_given_before()
    {
        var today = VietnamTime.DayOf(DateTimeOffset.UtcNow);
        (await NumberAsync(Known, today)).ShouldBe(5_000_000);

        await MarkAsync();

        (await NumberAsync(Known, today)).ShouldBe(5_001_004);
        // This agency has no counter here: its first numbers of the day may all have been lost.
        (await NumberAsync(First, today)).ShouldBe(5_001_000);
        (await NumberAsync(First, today.AddDays(-1))).ShouldBe(5_001_000);
        (await NumberAsync(First, today.AddDays(5))).ShouldBe(5_000_000);

        await MarkAsync();
        (await NumberAsync(AgencyCode.Parse("H29.103"), today)).ShouldBe(5_002_000);
    }

    /// <summary>Events of payments and accounts have numbers that readers keep, as those of dossiers have.</summary>
    [Test]
    public async Task Should_raise_the_counters_of_every_schema()
    {
        await MarkAsync();

        (await _database.ScalarAsync<string>(
            """
            select coalesce(string_agg(s.schemaname || '.' || s.sequencename, ', '), '') from pg_sequences s
            where s.data_type = 'bigint'::regtype and s.increment_by > 0 and coalesce(s.last_value, 0) < 1000
            """)).ShouldBe("");
        (await _database.ScalarAsync<long>("select count(*) from pg_sequences s where s.schemaname in ('payment', 'account', 'operations')")).ShouldBeGreaterThan(3);
    }

    [Test]
    public async Task Should_tell_a_caller_whose_cursor_is_of_before_and_let_it_go_on_without_a_gap()
    {
        await AddAsync("a");
        await AddAsync("b");
        var (early, late) = await CursorsAsync();
        // Events that the lost life gave out behind them.
        var lost = late with { Transaction = late.Transaction + 1_000_000, Id = late.Id + 50 };

        await MarkAsync();
        await AddAsync("c");

        var gone = (await _places.FindAsync(early.ToString(), CancellationToken.None)).ShouldBeOfType<FeedPlace.Gone>();
        gone.Reason.ShouldBe(FeedGone.Restored);
        gone.RestoredTo.ShouldNotBeNull();
        (await ReadAsync(gone.Next)).ShouldBe(["b", "c"]);
        (await ReadAsync((await GoneAsync(late)).Next)).ShouldBe(["c"]);
        (await ReadAsync((await GoneAsync(lost)).Next)).ShouldBe(["c"]);

        // The place it is sent to is a good one.
        (await _places.FindAsync(gone.Next.ToString(), CancellationToken.None)).ShouldBe(new FeedPlace.At(gone.Next));
    }

    [Test]
    public async Task Should_take_a_cursor_without_a_life_for_one_of_the_first()
    {
        await AddAsync("a");
        var (_, late) = await CursorsAsync();
        var old = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.ASCII.GetBytes($"{late.Transaction}.{late.Id}"));
        (await _places.FindAsync(old, CancellationToken.None)).ShouldBe(new FeedPlace.At(late));

        await MarkAsync();

        (await _places.FindAsync(old, CancellationToken.None)).ShouldBeOfType<FeedPlace.Gone>().Reason.ShouldBe(FeedGone.Restored);
    }

    [Test]
    public async Task Should_refuse_the_cursor_of_another_cluster_and_what_is_none()
    {
        await AddAsync("a");

        var gone = (await _places.FindAsync(new FeedCursor("0123456789ab", 5, 5).ToString(), CancellationToken.None)).ShouldBeOfType<FeedPlace.Gone>();

        gone.Reason.ShouldBe(FeedGone.OtherCluster);
        (await ReadAsync(gone.Next)).ShouldBe(["a"]);
        (await _places.FindAsync("hello!", CancellationToken.None)).ShouldBeOfType<FeedPlace.Malformed>();
    }

    [Test]
    public async Task Should_tell_a_caller_that_has_missed_events_past_their_keeping()
    {
        await AddAsync("a");
        await AddAsync("b");
        await AddAsync("c");
        var (first, _) = await CursorsAsync();
        await ExecuteAsync("insert into dossier.feed_trimmed (tx, id) select tx, id from dossier.feed where code = 'b'");
        await ExecuteAsync("delete from dossier.feed where code in ('a', 'b')");

        var gone = (await _places.FindAsync(first.ToString(), CancellationToken.None)).ShouldBeOfType<FeedPlace.Gone>();

        gone.Reason.ShouldBe(FeedGone.TooOld);
        (await ReadAsync(gone.Next)).ShouldBe(["c"]);
        (await _places.FindAsync(gone.Next.ToString(), CancellationToken.None)).ShouldBeOfType<FeedPlace.At>();
    }

    private async Task<FeedPlace.Gone> GoneAsync(FeedCursor cursor) =>
        (await _places.FindAsync(cursor.ToString(), CancellationToken.None)).ShouldBeOfType<FeedPlace.Gone>();

    private Task<int> MarkAsync() => RegistryRestore.MarkAsync(
        _database.Source, new RestoreTerms(DateTimeOffset.UtcNow.AddMinutes(-5), Gap: 1000, "truc-ban"), Options, CancellationToken.None);

    private async Task<long> NumberAsync(AgencyCode agency, DateOnly day)
    {
        // A host that has just started: it has no block yet.
        var code = await new DossierCodes(_database.Source, Options).NextAsync(agency, day, CancellationToken.None);
        return long.Parse(code.Value.AsSpan(code.Value.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Adds an event and waits until readers may see it: transactions of other tests on the same server hold the feed back.</summary>
    private async Task AddAsync(string code)
    {
        await ExecuteAsync($"insert into dossier.feed (type, code, at, body) values ('t', '{code}', now(), '{{}}')");
        await Eventually.HoldsAsync(
            async () => await _database.ScalarAsync<bool>("select bool_and(tx < pg_snapshot_xmin(pg_current_snapshot())) from dossier.feed"),
            "the feed shows the event", TimeSpan.FromSeconds(90));
    }

    private async Task<(FeedCursor First, FeedCursor Last)> CursorsAsync()
    {
        var start = (FeedPlace.At)await _places.FindAsync(after: null, CancellationToken.None);
        var events = await new FeedReader(_database.Source).ReadAsync(start.Cursor, 10, CancellationToken.None);
        return (events[0].Cursor, events[^1].Cursor);
    }

    private async Task<IEnumerable<string>> ReadAsync(FeedCursor after) =>
        (await new FeedReader(_database.Source).ReadAsync(after, 10, CancellationToken.None)).Select(item => item.Code);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
