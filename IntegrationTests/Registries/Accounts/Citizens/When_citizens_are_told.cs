using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts.Citizens;
using DichVuCong.Registries.Accounts.Citizens;
using DichVuCong.Registries.Schema;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Sql;
using DichVuCong.Saga.Accounts.Citizens;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Registries.Tests.Accounts.Citizens;

/// <summary>The clock of citizens' accounts on a real database: each step once, however many hosts run it and whatever dies.</summary>
internal sealed class When_citizens_are_told
{
    private static readonly DateTimeOffset Active = new(2024, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly CitizenContact Contact = new() { Phone = AccountRegistry.Parsed<PhoneNumber>("0912345678"), Email = AccountRegistry.Parsed<EmailAddress>("a@example.vn") };

    private readonly List<object> _told = [];
    private TestDatabase _database = null!;

    private CitizenStore Citizens => new(_database.Source, AccountRegistry.Sealer, new CitizenRules());

    private CitizenRestores Restores => new(_database.Source, new CitizenRules());

    private CitizenRun Run => new(_database.Source, new CitizenRules(), KeepAsync);

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        _told.Clear();
    }

    [TearDown]
    public async Task Stop() => await _database.DisposeAsync();

    [Test]
    public async Task Should_be_warned_twice_and_locked()
    {
        await Citizens.RegisterAsync("CD1", Contact, Active, CancellationToken.None);

        (await TakeAsync("2026-03-01")).ShouldBe(default);
        (await TakeAsync("2026-03-02 10:00")).ShouldBe(new CitizenPage(1, 2, 0));
        (await TakeAsync("2026-04-02 09:30")).ShouldBe(default);
        (await TakeAsync("2026-04-02 10:01")).ShouldBe(new CitizenPage(1, 2, 0));
        (await TakeAsync("2026-04-09 10:02")).ShouldBe(new CitizenPage(1, 0, 1));
        (await TakeAsync("2030-01-01")).ShouldBe(default);

        _told.ShouldBe(
        [
            new NotifyCitizenBySms("CD1", CitizenNotice.FirstWarning, Active, LockOn: null), new NotifyCitizenByEmail("CD1", CitizenNotice.FirstWarning, Active, LockOn: null),
            new NotifyCitizenBySms("CD1", CitizenNotice.SecondWarning, Active, new DateOnly(2026, 4, 9)),
            new NotifyCitizenByEmail("CD1", CitizenNotice.SecondWarning, Active, new DateOnly(2026, 4, 9)),
        ], ignoreOrder: true);
        (await _database.ScalarAsync<short>("select state from account.citizen")).ShouldBe((short)2);
    }

    [Test]
    public async Task Should_begin_anew_with_activity_and_never_by_an_older_one()
    {
        await Citizens.RegisterAsync("CD1", Contact, Active, CancellationToken.None);
        await TakeAsync("2026-03-02 10:00");

        (await ActivityAsync(("CD1", Active.AddDays(-1)), ("CD2", Active))).ShouldBe((0, 1, 2));
        (await _database.ScalarAsync<short>("select step from account.citizen")).ShouldBe((short)1);
        var later = new DateTimeOffset(2026, 3, 20, 2, 0, 0, TimeSpan.Zero);
        (await ActivityAsync(("CD1", later), ("CD1", later.AddDays(-3)))).ShouldBe((1, 1, 1));

        (await TakeAsync("2026-05-01")).ShouldBe(default);
        (await TakeAsync("2028-03-20 10:00")).Told.ShouldBe(2);
    }

    [Test]
    public async Task Should_tell_nobody_twice_when_many_run_at_once()
    {
        await using (var command = _database.Source.CreateCommand(
            "insert into account.citizen (id, active_at, due, key, sealed) select 'CD' || n, now() - interval '25 months', now() - interval '1 day', 1, '\\x00' from generate_series(1, 2500) n"))
            await command.ExecuteNonQueryAsync();
        var now = DateTimeOffset.UtcNow;

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var due = 0;
            while (await Run.TakeAsync(now, CancellationToken.None) is { Due: > 0 } page) due += page.Due;
            return due;
        }));

        pages.Sum().ShouldBe(2500);
        _told.OfType<NotifyCitizenBySms>().Select(notice => notice.Citizen).ShouldBeUnique();
        _told.Count.ShouldBe(5000);
    }

    [Test]
    public async Task Should_tell_nothing_of_what_was_not_committed()
    {
        await Citizens.RegisterAsync("CD1", Contact, Active, CancellationToken.None);
        var dies = new CitizenRun(_database.Source, new CitizenRules(), (_, _, _, _) => throw new TimeoutException("the host dies here"));
        var now = new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

        await Should.ThrowAsync<TimeoutException>(() => dies.TakeAsync(now, CancellationToken.None));

        (await _database.ScalarAsync<long>("select count(*) from account.citizen_notice")).ShouldBe(0);
        (await Run.TakeAsync(now, CancellationToken.None)).Told.ShouldBe(2);
    }

    [Test]
    public async Task Should_restore_a_locked_account_and_tell_the_answer_once()
    {
        await Citizens.RegisterAsync("CD1", Contact, Active, CancellationToken.None);
        var (asked, deadline) = (DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddHours(8));
        (await Restores.AskAsync("CD1", "R1", asked, deadline, CancellationToken.None)).Request.ShouldBeNull();
        foreach (var day in new[] { "2026-03-02 10:00", "2026-04-02 10:01", "2026-04-09 10:02" }) await TakeAsync(day);

        (await Restores.AskAsync("CD1", "R1", asked, deadline, CancellationToken.None)).IsNew.ShouldBeTrue();
        (await Restores.AskAsync("CD1", "R1", asked.AddHours(1), deadline.AddHours(1), CancellationToken.None)).IsNew.ShouldBeFalse();
        (await Restores.OpenAsync(overdueAt: null, 10, CancellationToken.None)).ShouldHaveSingleItem().Id.ShouldBe("R1");
        (await Restores.OpenAsync(deadline.AddMinutes(1), 10, CancellationToken.None)).Count.ShouldBe(1);
        (await Restores.OpenAsync(deadline.AddMinutes(-1), 10, CancellationToken.None)).ShouldBeEmpty();
        (await Restores.AnswerAsync("CD1", "R1", accepted: true, "lan", "Đúng chủ tài khoản", asked, CancellationToken.None)).ShouldBeTrue();
        (await Restores.AnswerAsync("CD1", "R1", accepted: false, "lan", "x", asked, CancellationToken.None)).ShouldBeFalse();

        _told.Clear();
        (await Run.TellAnswersAsync(asked, CancellationToken.None)).ShouldBe(1);
        (await Run.TellAnswersAsync(asked, CancellationToken.None)).ShouldBe(0);
        _told.OfType<NotifyCitizenBySms>().ShouldHaveSingleItem().Notice.ShouldBe(CitizenNotice.Restored);
        (await _database.ScalarAsync<string>("select state || ' ' || step from account.citizen")).ShouldBe("1 0");
    }

    [Test]
    public async Task Should_keep_where_notices_go_sealed()
    {
        await Citizens.RegisterAsync("CD1", Contact, Active, CancellationToken.None);

        (await Citizens.ContactAsync("CD1", CancellationToken.None)).ShouldBe(Contact);
        (await Citizens.ContactAsync("CD2", CancellationToken.None)).ShouldBeNull();
        System.Text.Encoding.UTF8.GetString(await _database.ScalarAsync<byte[]>("select sealed from account.citizen")).ShouldNotContain("0912345678");
    }

    private Task<(int Taken, int Known, int Named)> ActivityAsync(params (string Citizen, DateTimeOffset At)[] lines) =>
        Citizens.ActivityAsync([.. lines.Select(line => new CitizenActivity(line.Citizen, line.At))], CancellationToken.None);

    private Task<CitizenPage> TakeAsync(string local) => Run.TakeAsync(
        new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), VietnamTime.Offset), CancellationToken.None);

    /// <summary>Keeps what is ordered; a statement stands for the messages' rows, so that the batch is never empty.</summary>
    private Task KeepAsync(NpgsqlBatch batch, IReadOnlyList<DoorMessage> messages, DateTimeOffset at, CancellationToken cancellationToken)
    {
        batch.Append("select 1");
        lock (_told) _told.AddRange(messages.Select(message => message.Message));
        return Task.CompletedTask;
    }
}
