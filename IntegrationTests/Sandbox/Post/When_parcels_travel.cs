using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Sandbox.Agencies.Journeys;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Tests.Support;

namespace DichVuCong.Sandbox.Tests.Post;

internal sealed class When_parcels_travel
{
    [Test]
    public async Task Should_keep_to_the_contract_that_a_real_test_system_is_checked_by()
    {
        await using var sandbox = await SandboxFixture.StartAsync(new SettingsChange { StepMilliseconds = [60_000, 60_000] });
        using var post = new Postmaster(sandbox);

        (await post.CheckAsync(1)).Where(check => check.Passed == false).ShouldBeEmpty();
        await post.CancelAsync(1);
        (await post.CheckAsync(2)).ShouldAllBe(check => check.Passed == true);
    }

    [Test]
    public async Task Should_bring_every_parcel_to_its_receiver_and_count_it_once()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var post = new Postmaster(sandbox);

        for (var number = 1; number <= 30; number++) (await post.CreateAsync(number)).Kind.ShouldBe(OutcomeKind.Done);
        for (var number = 1; number <= 30; number++)
        {
            var states = await post.JourneyAsync(number);
            states[0].ShouldBe(ParcelState.Created);
            states.Count(state => state == ParcelState.Delivered).ShouldBe(1);
        }

        var parcels = (await sandbox.GetAsync("/sandbox/ledger")).GetProperty("parcels");
        (parcels.GetProperty("orders").GetInt32(), parcels.GetProperty("takenMoreThanOnce").GetInt32(), parcels.GetProperty("delivered").GetInt32()).ShouldBe((30, 0, 30));
        parcels.GetProperty("cash").GetInt64().ShouldBe(30 * 150_000);
        (await sandbox.GetAsync("/sandbox/ledger/vnpost?limit=10")).GetArrayLength().ShouldBe(10);
    }

    [Test]
    public async Task Should_cancel_only_what_nobody_has_picked_up()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var post = new Postmaster(sandbox);
        await post.CreateAsync(1);
        await post.JourneyAsync(1);

        (await post.CancelAsync(1)).Reply.ShouldBe(new PostOrderNotCancelled(Postmaster.Order(1), "Status 106: Đơn hàng đã thu gom"));
        (await post.CancelAsync(2)).Kind.ShouldBe(OutcomeKind.Refused);
        sandbox.Change(new SettingsChange { StepMilliseconds = [60_000, 60_000] });
        await post.CreateAsync(3);
        (await post.CancelAsync(3)).Kind.ShouldBe(OutcomeKind.Done);
        (await post.JourneyAsync(3, ParcelState.Cancelled)).ShouldBe([ParcelState.Cancelled]);
    }

    [TestCase("cut-after"), TestCase("server-error-after"), TestCase("wrong-json")]
    public async Task Should_be_known_again_when_its_answer_was_lost(string mode)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var post = new Postmaster(sandbox);
        await sandbox.FaultAsync("vnpost", mode, times: 1);

        (await post.CreateAsync(1)).Kind.ShouldBe(OutcomeKind.Unknown);
        ((PostOrderCreated)(await post.CreateAsync(1)).Reply!).AlreadyThere.ShouldBeTrue();

        var parcels = (await sandbox.GetAsync("/sandbox/ledger")).GetProperty("parcels");
        (parcels.GetProperty("orders").GetInt32(), parcels.GetProperty("takenMoreThanOnce").GetInt32(), parcels.GetProperty("repeated").GetInt32()).ShouldBe((1, 0, 1));
    }

    [Test]
    public async Task Should_be_seen_when_the_post_forgets_to_look()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var post = new Postmaster(sandbox);
        await post.CreateAsync(1);
        await sandbox.FaultAsync("vnpost", "no-duplicate-check");

        await post.CreateAsync(1);

        (await sandbox.GetAsync("/sandbox/ledger")).GetProperty("parcels").GetProperty("takenMoreThanOnce").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task Should_go_on_when_tokens_end_in_the_midst_of_a_batch()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var post = new Postmaster(sandbox);
        await sandbox.FaultAsync("vnpost", "token-ended", times: 1);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 12).Select(post.CreateAsync));

        // Each number's first call finds its token ended; a call that meets it twice in a row waits.
        for (var number = 1; number <= 12; number++)
        {
            if (outcomes[number - 1].Kind != OutcomeKind.Done) outcomes[number - 1] = await post.CreateAsync(number);
            outcomes[number - 1].Kind.ShouldBe(OutcomeKind.Done);
        }

        (await sandbox.GetAsync("/sandbox/ledger")).GetProperty("parcels").GetProperty("orders").GetInt32().ShouldBe(12);
    }

    [Test]
    public async Task Should_be_shown_again_by_a_post_that_repeats_its_pages()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var post = new Postmaster(sandbox);
        await post.CreateAsync(1);
        await post.JourneyAsync(1);
        var first = await post.ReadAsync(events: 2);
        await sandbox.FaultAsync("vnpost", "page-repeated", times: 1);

        var again = await post.ReadAsync(first.Next, events: 2);

        again.Events.Select(told => told.Id).ShouldBe(first.Events.Select(told => told.Id));
        (await post.ReadAsync(first.Next, events: 2)).Events[0].Id.ShouldNotBe(first.Events[0].Id);
    }

    [Test]
    public async Task Should_be_told_of_with_a_code_that_no_table_knows()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var post = new Postmaster(sandbox);
        await sandbox.FaultAsync("vnpost", "unknown-code");

        await post.CreateAsync(1);

        (await post.JourneyAsync(1)).Count(state => state is null).ShouldBeGreaterThan(0);
    }

    [TestCase("too-many", "Transient: HTTP 429: the post asks to wait"), TestCase("server-error", "Unknown: HTTP 500: an answer without a Status")]
    [TestCase("refuse", "Refused: Status 102: Dữ liệu không hợp lệ"), TestCase("cut-before", "Unknown: Unknown after sending")]
    public async Task Should_not_be_there_when_the_post_refuses(string mode, string outcome)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var post = new Postmaster(sandbox);
        (await post.ReadAsync()).Events.ShouldBeEmpty();
        await sandbox.FaultAsync("vnpost", mode);

        (await post.CreateAsync(1)).ToString().ShouldBe(outcome);
        (await sandbox.GetAsync("/sandbox/ledger")).GetProperty("parcels").GetProperty("orders").GetInt32().ShouldBe(0);
    }

    [Test]
    public async Task Should_go_on_after_the_post_was_killed_with_the_ids_it_gave()
    {
        var state = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"post-{Guid.NewGuid():N}.state");
        IReadOnlyList<string> before;
        await using (var first = await SandboxFixture.StartAsync(new SettingsChange { StepMilliseconds = [20, 60] }, state))
        {
            using var post = new Postmaster(first);
            for (var number = 1; number <= 5; number++) await post.CreateAsync(number);
            await post.JourneyAsync(1);
            before = [.. (await post.ReadAsync()).Events.Select(told => told.Id)];
        }

        await using var second = await SandboxFixture.StartAsync(state: state);
        using var again = new Postmaster(second);
        for (var number = 1; number <= 5; number++) (await again.JourneyAsync(number)).Count(told => told == ParcelState.Delivered).ShouldBe(1);
        ((PostOrderCreated)(await again.CreateAsync(3)).Reply!).AlreadyThere.ShouldBeTrue();
        var after = (await again.ReadAsync()).Events.Select(told => told.Id).ToList();
        after.Take(before.Count).ShouldBe(before);
        after.ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        File.Delete(state);
    }

    [Test]
    public void Should_leave_the_handing_over_to_the_post()
    {
        JourneyTable.ByPost(JourneyTable.Named("usual")).FinalState.ShouldBe(9);
        JourneyTable.ByPost(JourneyTable.Named("refused")).FinalState.ShouldBe(3);
        JourneyTable.Named("payment-by-post").Steps.ShouldNotContain(step => step.State == 10);
    }
}
