using System.Text;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Doors;

internal sealed class When_a_call_comes_to_the_door
{
    private RuntimeHarness _system = null!;

    [SetUp]
    public async Task Start() => _system = await RuntimeHarness.StartAsync(hosts: 0);

    [TearDown]
    public async Task Stop() => await _system.DisposeAsync();

    [Test]
    public async Task Should_answer_new_same_again_and_conflict()
    {
        var first = await _system.Door.AcceptAsync(CallOf("id", "content", "first answer"), CancellationToken.None);
        var again = await _system.Door.AcceptAsync(CallOf("id", "content", "second answer"), CancellationToken.None);
        var other = await _system.Door.AcceptAsync(CallOf("id", "other content", "third answer"), CancellationToken.None);

        (first.Verdict, Text(first)).ShouldBe((DoorVerdict.New, "first answer"));
        (again.Verdict, Text(again)).ShouldBe((DoorVerdict.SameAgain, "first answer"));
        other.Verdict.ShouldBe(DoorVerdict.Conflict);
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.ready")).ShouldBe(1, "only the first set something in motion");
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.conflict")).ShouldBe(1);
    }

    [Test]
    public async Task Should_take_one_of_many_that_come_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            number => _system.Door.AcceptAsync(CallOf("id", "content", $"answer {number}"), CancellationToken.None)));

        answers.Count(answer => answer.Verdict == DoorVerdict.New).ShouldBe(1);
        answers.Select(Text).Distinct().Count().ShouldBe(1, "all got the first answer");
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.ready")).ShouldBe(1);
    }

    [Test]
    public async Task Should_refuse_the_one_call_at_fault_and_keep_the_others_of_its_group()
    {
        var calls = Enumerable.Range(0, 40)
            .Select(number => new DoorCall { Records = [new WriteLine($"key-{number}", number == 7 ? "-13" : $"{number}")] })
            .Select(call => _system.Door.AcceptAsync(call, CancellationToken.None))
            .ToList();

        for (var number = 0; number < 40; number++)
        {
            if (number == 7)
            {
                (await Should.ThrowAsync<DoorRejectedException>(calls[number])).Constraint.ShouldBe("line_text_check");
            }
            else
            {
                (await calls[number]).Verdict.ShouldBe(DoorVerdict.New);
            }
        }

        (await _system.Database.ScalarAsync<long>("select count(*) from line")).ShouldBe(39);
    }

    [Test]
    public async Task Should_keep_the_order_of_one_calls_messages()
    {
        await _system.SendInOrderAsync([.. Enumerable.Range(0, 50).Select(number => (object)new Note("key", number))]);
        await _system.AddHostAsync();

        await _system.UntilAsync("key", state => state.Numbers.SequenceEqual(Enumerable.Range(0, 50)));
    }

    [Test]
    public async Task Should_tell_the_caller_to_come_back_when_the_server_fails_and_go_on_afterwards()
    {
        await _system.SendAsync(new Note("key", 1));
        await _system.Database.ScalarAsync<long>(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name = 'dichvucong' and pid <> pg_backend_pid()");

        // The committers find out one by one that their connections are gone.
        var taken = 0;
        for (var attempt = 0; attempt < 10 && taken < 3; attempt++)
        {
            try
            {
                await _system.SendAsync(new Note("key", 2));
                taken++;
            }
            catch (DoorBusyException)
            {
                // Come back.
            }
        }

        taken.ShouldBe(3);
    }

    [Test]
    public async Task Should_let_go_of_a_connection_that_was_disposed_under_it()
    {
        for (var number = 0; number < 8; number++)
        {
            await Should.ThrowAsync<DoorBusyException>(_system.Door.AcceptAsync(LineOf("-14"), CancellationToken.None));
            (await _system.Door.AcceptAsync(LineOf($"{number}"), CancellationToken.None)).Verdict.ShouldBe(DoorVerdict.New);
        }

        static DoorCall LineOf(string text) => new() { Records = [new WriteLine("key", text)] };
    }

    [Test]
    public async Task Should_count_what_waits_in_bytes_too()
    {
        const long Megabyte = 1024 * 1024;

        await Should.ThrowAsync<DoorBusyException>(async () => await _system.Door.AcceptAsync(CallOf("a", "a", "") with { ContentBytes = 200 * Megabyte }, CancellationToken.None));
        for (var number = 0; number < 4; number++)
        {
            // Each takes most of the room, and gives it back with its answer.
            await Eventually.HoldsAsync(() => IsTakenAsync(CallOf($"{number}", "a", "") with { ContentBytes = 100 * Megabyte }), "the room is given back");
        }
    }

    private async Task<bool> IsTakenAsync(DoorCall call)
    {
        try
        {
            return (await _system.Door.AcceptAsync(call, CancellationToken.None)).Verdict == DoorVerdict.New;
        }
        catch (DoorBusyException)
        {
            return false;
        }
    }

    private static DoorCall CallOf(string identity, string content, string answer) => new()
    {
        Identity = new CallIdentity("test-calls", Encoding.UTF8.GetBytes(identity), Encoding.UTF8.GetBytes(content)),
        Answer = Encoding.UTF8.GetBytes(answer),
        Messages = [new DoorMessage(new Note(identity, 1), Flow.Shared)],
    };

    private static string Text(DoorAnswer answer) => Encoding.UTF8.GetString(answer.Answer);
}
