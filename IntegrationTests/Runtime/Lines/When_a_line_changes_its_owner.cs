using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Runtime.Tests.Lines;

internal sealed class When_a_line_changes_its_owner
{
    [Test]
    public async Task Should_resolve_the_calls_that_were_out_by_asking()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        var lost = new TaskCompletionSource();
        system.Partner.OnCall = async (_, _, _) =>
        {
            await lost.Task;
            return Outcome.Unknown("nobody waits for this any more");
        };
        system.Partner.OnAsk = (command, _) => Task.FromResult(Outcome.Done(new CallAnswered(command.Key, "it was done")));
        var first = await system.AddHostAsync(new() { Workers = 1, ShutdownPatience = TimeSpan.Zero });
        await system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"));
        await system.UntilRowsAsync("select count(*) from bus.attempt", 1);

        // As after a crash: the host goes while the call is out, and leaves its mark behind.
        await first.StopAsync(CancellationToken.None);
        await system.AddHostAsync();

        await system.UntilAsync("key", state => state.Answers.SequenceEqual(["it was done"]));
        system.Partner.Calls.Select(call => call.Asked).ShouldBe([false, true]);
        (await system.Database.ScalarAsync<long>("select max(epoch) from bus.line where partner = 'partner:a'")).ShouldBe(2);
        lost.SetResult();
    }

    [Test]
    public async Task Should_let_a_late_done_win_and_answer_only_once()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        var answer = new TaskCompletionSource<Outcome>();
        system.Partner.OnCall = (_, _, _) => answer.Task;
        system.Partner.OnAsk = (_, _) => Task.FromResult(Outcome.Pending("still at it"));
        await system.AddHostAsync(new() { Workers = 1 });
        await system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"));
        await system.UntilRowsAsync("select count(*) from bus.attempt", 1);

        // The owner's session ends, but not the owner: it takes the line over from itself with a new epoch while its call is out.
        await system.Database.ScalarAsync<long>(
            "select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and objsubid = 2 and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())");
        await system.UntilRowsAsync("select count(*) from bus.line where partner = 'partner:a' and epoch >= 2", 1);
        answer.SetResult(Outcome.Done(new CallAnswered("key", "done after all")));

        await system.UntilAsync("key", state => state.Answers.Count == 1);
        await system.UntilRowsAsync("select (select count(*) from bus.later) + (select count(*) from bus.outbound)", 0);
        (await system.StateOfAsync("key"))!.Answers.ShouldBe(["done after all"]);
    }

    [Test]
    public async Task Should_let_go_what_waits_behind_a_call_that_a_late_done_has_finished()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        var (first, asked) = (new TaskCompletionSource<Outcome>(), new TaskCompletionSource<Outcome>());
        system.Partner.OnCall = (command, _, _) =>
            command.Number == 1 ? first.Task : Task.FromResult(Outcome.Done(new CallAnswered(command.Key, "second")));
        system.Partner.OnAsk = (_, _) => asked.Task;
        await system.AddHostAsync(new() { Workers = 1 });
        await system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"), new Call("key", 2, "a"));
        await system.UntilRowsAsync("select count(*) from bus.attempt", 1);

        // Another host takes the line over while the first call is out; the partner is asked, and the second call waits in held.
        await system.AddHostAsync(new() { Workers = 1 });
        await MoveLineAsync(system);
        await system.UntilRowsAsync("select (select count(*) from bus.later) + (select count(*) from bus.held)", 2);
        await Eventually.HoldsAsync(() => Task.FromResult(system.Partner.Calls.Any(call => call.Asked)), "the partner is asked");
        first.SetResult(Outcome.Done(new CallAnswered("key", "first")));
        await system.UntilRowsAsync("select count(*) from bus.later", 0);
        asked.SetResult(Outcome.Done(new CallAnswered("key", "first, says the answer to the question")));

        await system.UntilAsync("key", state => state.Answers.SequenceEqual(["first", "second"]));
        await system.UntilRowsAsync("select (select count(*) from bus.held) + (select count(*) from bus.attempt)", 0);
    }

    [Test]
    public async Task Should_take_its_own_late_answer_when_another_owner_has_put_the_call_aside_meanwhile()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        var first = new TaskCompletionSource<Outcome>();
        var calls = 0;
        // A partner that knows a repetition again: the other owner repeats the call, is put off, and waits long.
        system.Partner.Repeatability = Repeatability.Deduplicates();
        system.Partner.OnCall = (command, _, _) => command.Number > 1
            ? Task.FromResult(Outcome.Done(new CallAnswered(command.Key, $"number {command.Number}")))
            : Interlocked.Increment(ref calls) == 1 ? first.Task : Task.FromResult(Outcome.Transient("later", TimeSpan.FromMinutes(5)));
        await system.AddHostAsync(new() { Workers = 1 });
        await system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"), new Call("key", 2, "a"));
        await system.UntilRowsAsync("select count(*) from bus.attempt", 1);
        await system.AddHostAsync(new() { Workers = 1 });

        // To the other host, which asks and puts the call aside, and back to the one whose call it is.
        await MoveLineAsync(system);
        await system.UntilRowsAsync("select (select count(*) from bus.later) + (select count(*) from bus.held)", 2);
        await MoveLineAsync(system);
        first.SetResult(Outcome.Done(new CallAnswered("key", "number 1")));
        await system.UntilAsync("key", state => state.Answers.SequenceEqual(["number 1", "number 2"]));

        // And the key is open again.
        await system.SendAsync(new Call("key", 3, "a"));
        await system.UntilAsync("key", state => state.Answers.Count == 3);
        await system.UntilRowsAsync("select (select count(*) from bus.held) + (select count(*) from bus.later) + (select count(*) from bus.outbound)", 0);
    }

    [Test]
    public async Task Should_let_go_what_nothing_holds_any_more()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        system.Partner.OnCall = (command, _, _) => command.Number == 1
            ? Task.FromResult(Outcome.Transient("not now"))
            : Task.FromResult(Outcome.Done(new CallAnswered(command.Key, "second")));
        var host = await system.AddHostAsync(new() { Workers = 1, ShutdownPatience = TimeSpan.Zero });
        await system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"), new Call("key", 2, "a"));
        await system.UntilRowsAsync("select (select count(*) from bus.later) + (select count(*) from bus.held)", 2);
        await host.StopAsync(CancellationToken.None);

        // As left by an owner that died between the two commits: the first call is over, and what was held behind it is still there.
        await system.Database.ScalarAsync<long>("with gone as (delete from bus.later returning 1), marks as (delete from bus.attempt) select count(*) from gone");
        await system.AddHostAsync(new() { Workers = 1 });

        await system.UntilAsync("key", state => state.Answers.SequenceEqual(["second"]));
    }

    [Test]
    public async Task Should_have_its_lines_back_at_once_when_it_was_cut_off_and_the_server_did_not_notice()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await using var way = new CutOffRelay(new NpgsqlConnectionStringBuilder(system.Database.ConnectionString).Port);
        await system.AddHostAsync(new() { Workers = 1 }, port: way.Port);
        await system.UntilRowsAsync("select count(*) from bus.line where owner is not null and epoch = 1", 2);

        way.CutOff();

        // Long before the lease of 30 seconds: the server still takes the session before for a living one, which holds the locks.
        await system.UntilRowsAsync("select count(*) from bus.line where owner is not null and epoch = 2", 2, TimeSpan.FromSeconds(15));
    }

    [Test]
    public async Task Should_leave_no_mark_of_the_owner_before()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        var lost = new TaskCompletionSource<Outcome>();
        system.Partner.Repeatability = Repeatability.Neither(WhenUnknown.GiveUpAndShow);
        system.Partner.OnCall = (_, _, _) => lost.Task;
        var first = await system.AddHostAsync(new() { Workers = 1, ShutdownPatience = TimeSpan.Zero });
        await system.SendInOrderAsync(new Note("key", 0), new Call("key", 1, "a"));
        await system.UntilRowsAsync("select count(*) from bus.attempt", 1);
        await first.StopAsync(CancellationToken.None);

        await system.AddHostAsync();

        // Given up, since nobody can say what became of it: with the call goes the mark, whoever set it.
        await system.UntilRowsAsync("select count(*) from bus.doubt where kind = 2", 1);
        await system.UntilRowsAsync("select (select count(*) from bus.outbound) + (select count(*) from bus.attempt)", 0);
        lost.SetResult(Outcome.Unknown("nobody waits for this any more"));
    }

    [Test]
    public async Task Should_share_the_lines_among_the_hosts_that_live()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 1);
        await system.UntilRowsAsync("select count(*) from bus.line where owner is not null", 2);
        await system.AddHostAsync();

        await system.UntilRowsAsync("select count(distinct owner) from bus.line", 2);
    }

    /// <summary>Ends the session that holds the line's lock until another host is the quicker one to take the line.</summary>
    private static async Task MoveLineAsync(RuntimeHarness system)
    {
        const string Owner = "select owner::text from bus.line where partner = 'partner:a'";
        var before = await system.Database.ScalarAsync<string>(Owner);
        await Eventually.HoldsAsync(
            async () =>
            {
                if (await system.Database.ScalarAsync<string>(Owner) != before) return true;
                await system.Database.ScalarAsync<long>(
                    $"""
                    select count(pg_terminate_backend(pid)) from pg_locks join bus.line on objid::bigint = line.id
                     where locktype = 'advisory' and classid = {LineCommands.LockSpace} and partner = 'partner:a' and owner::text = '{before}'
                       and database = (select oid from pg_database where datname = current_database())
                    """);
                return false;
            },
            "another host has the line");
    }
}
