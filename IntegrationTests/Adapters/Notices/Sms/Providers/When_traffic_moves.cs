using System.Collections.Concurrent;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Sms.Providers;

/// <summary>What a provider certainly did not take goes to the next; what it may have taken never does.</summary>
internal sealed class When_traffic_moves
{
    private static readonly SmsJudgement Down = new(SmsVerdict.TryLater, "not sent: ConnectionError");
    private static readonly SmsJudgement Silent = new(SmsVerdict.Unknown, "sent without an answer: time-out or shutdown");
    private static readonly SmsJudgement Well = new(SmsVerdict.Accepted, "queued by the provider");

    [Test]
    public async Task Should_try_once_more_at_once_while_the_provider_seems_well()
    {
        var provider = new ScriptedProvider(Down, Well);
        using var bench = Bench(provider);

        var first = await bench.SendAsync(attempt: 1);
        first.Kind.ShouldBe(OutcomeKind.Transient);
        first.RetryAfter.ShouldBe(TimeSpan.Zero);
        (await bench.SendAsync(attempt: 2)).Kind.ShouldBe(OutcomeKind.Done);
    }

    [Test]
    public async Task Should_hand_back_what_was_not_taken_once_the_gate_is_closed_and_call_nobody()
    {
        var provider = new ScriptedProvider(Down);
        using var bench = Bench(provider);

        for (var number = 1; number <= 3; number++) await bench.SendAsync(attempt: 1, key: Key(number));
        var moved = await bench.SendAsync(attempt: 2, key: Key(3));
        var next = await bench.SendAsync(attempt: 1, key: Key(4));

        provider.Calls.ShouldBe(3);
        foreach (var outcome in new[] { moved, next })
        {
            outcome.Kind.ShouldBe(OutcomeKind.Refused);
            outcome.ReachedOut.ShouldBeFalse("nothing of it says how the provider is");
            var reply = outcome.Reply.ShouldBeOfType<NoticeNotTaken>();
            (reply.Provider, reply.Channel).ShouldBe(("scripted", NoticeChannels.Sms));
            reply.Reason.ShouldBe("the provider is left alone: not sent: ConnectionError");
        }
    }

    [Test]
    public async Task Should_keep_with_its_provider_what_it_may_have_taken()
    {
        var provider = new ScriptedProvider(Silent, Silent, Silent, Down, Well);
        using var bench = Bench(provider);

        for (var number = 1; number <= 3; number++) (await bench.SendAsync(attempt: 1, key: Key(number))).Kind.ShouldBe(OutcomeKind.Unknown);
        var again = await bench.SendAsync(attempt: 2, key: Key(1));
        (await bench.SendAsync(attempt: 1, key: Key(9))).Reply.ShouldBeOfType<NoticeNotTaken>("a new one moves meanwhile");

        again.Kind.ShouldBe(OutcomeKind.Transient, "it was called again behind the closed gate, and stays");
        again.Reply.ShouldBeNull();
        (await bench.SendAsync(attempt: 3, key: Key(1))).Kind.ShouldBe(OutcomeKind.Done);
    }

    [Test]
    public async Task Should_not_let_a_host_that_knows_nothing_of_the_first_attempt_move_it()
    {
        var provider = new ScriptedProvider(Down);
        using var bench = Bench(provider, new SmsGateSettings { ClosesAfter = 1 });
        await bench.SendAsync(attempt: 1, key: Key(1));

        (await bench.SendAsync(attempt: 2, key: Key(7))).Reply.ShouldBeNull("somebody else made the first attempt, and may have reached the provider");
    }

    [Test]
    public async Task Should_come_back_with_one_message_that_tries()
    {
        var provider = new ScriptedProvider(Down, Down, Down, Down, Well);
        using var bench = Bench(provider);
        for (var number = 1; number <= 3; number++) await bench.SendAsync(key: Key(number));

        bench.Time.Advance(TimeSpan.FromSeconds(2));
        (await bench.SendAsync(key: Key(10))).Kind.ShouldBe(OutcomeKind.Transient, "it tries, in vain");
        (await bench.SendAsync(key: Key(11))).Reply.ShouldBeOfType<NoticeNotTaken>();
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        (await bench.SendAsync(key: Key(12))).Reply.ShouldBeOfType<NoticeNotTaken>("after a try in vain it is left alone for twice as long");
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        (await bench.SendAsync(key: Key(13))).Kind.ShouldBe(OutcomeKind.Done);
        (await bench.SendAsync(key: Key(14))).Kind.ShouldBe(OutcomeKind.Done);
    }

    [Test]
    public async Task Should_leave_a_slow_provider_although_it_answers()
    {
        ProviderBench? bench = null;
        var provider = new ScriptedProvider(Well) { Before = () => bench!.Time.Advance(TimeSpan.FromSeconds(3)) };
        using (bench = Bench(provider))
        {
            for (var number = 1; number <= 3; number++) (await bench.SendAsync(key: Key(number))).Kind.ShouldBe(OutcomeKind.Done);

            (await bench.SendAsync(key: Key(4))).Reply.ShouldBeOfType<NoticeNotTaken>().Reason.ShouldEndWith("it is slow");
        }
    }

    [TestCase(SmsVerdict.Configuration, 15 * 60)]
    [TestCase(SmsVerdict.TryLater, 120)]
    public async Task Should_close_at_once_when_the_provider_says_for_how_long(SmsVerdict verdict, int seconds)
    {
        var provider = new ScriptedProvider(new SmsJudgement(verdict, "refused")) { RetryAfter = TimeSpan.FromSeconds(120) };
        using var bench = Bench(provider);
        await bench.SendAsync(key: Key(1));

        bench.Time.Advance(TimeSpan.FromSeconds(seconds - 1));
        (await bench.SendAsync(key: Key(2))).Reply.ShouldBeOfType<NoticeNotTaken>();
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        (await bench.SendAsync(key: Key(3))).Reply.ShouldBeNull("it is tried again");
    }

    [Test]
    public async Task Should_say_that_nobody_knows_once_the_provider_has_forgotten_an_attempt()
    {
        var provider = new ScriptedProvider(Silent);
        using var bench = Bench(provider);
        await bench.SendAsync(attempt: 1);

        bench.Time.Advance(TimeSpan.FromHours(1));
        var outcome = await bench.SendAsync(attempt: 2);

        provider.Calls.ShouldBe(1, "a repetition would be a second message");
        outcome.Reply.ShouldBeOfType<DeliveryTold>().State.ShouldBe(NoticeState.Unconfirmed);
    }

    [Test]
    public async Task Should_move_nothing_when_the_command_names_no_provider()
    {
        var provider = new ScriptedProvider(Down);
        using var bench = Bench(provider, new SmsGateSettings { ClosesAfter = 1 });

        for (var attempt = 1; attempt <= 3; attempt++) (await bench.SendAsync(attempt, provider: null)).Kind.ShouldBe(OutcomeKind.Transient);
        provider.Calls.ShouldBe(3);
    }

    [Test]
    public async Task Should_hand_back_what_is_for_a_provider_that_was_taken_away()
    {
        using var http = SmsHttp.CreateClient(connections: 1);
        using var traffic = new SmsTraffic(
            http, new SmsTrafficSettings { Viettel = SmsBench.Settings(new Uri("http://provider.example")) }, Recipients.Known, TimeProvider.System,
            new CapturedLog<SendSmsOperation>());
        var command = Sample.Sms with { Provider = "esms" };

        (await traffic.CallAsync(command, Sample.Call, default)).Reply.ShouldBeOfType<NoticeNotTaken>().Provider.ShouldBe("esms");
        (await traffic.CallAsync(command, Sample.Call with { Attempt = 2 }, default)).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    [Test]
    public void Should_refuse_an_order_that_names_what_is_not_there()
    {
        var settings = new SmsTrafficSettings { Order = ["esms", "esms"], Viettel = new SmsBrandnameSettings() };

        var errors = settings.Validate();

        errors.ShouldContain("Order names esms, which is not configured.");
        errors.ShouldContain("Order names a provider twice.");
        errors.ShouldContain(error => error.StartsWith("Viettel.Endpoint", StringComparison.Ordinal));
    }

    private static Guid Key(int number) => new(number, 0, 0, new byte[8]);

    private static ProviderBench Bench(ScriptedProvider provider, SmsGateSettings? gate = null) => new((_, _) => provider, gate);

    /// <summary>A provider that answers what the test says, the last answer for ever.</summary>
    private sealed class ScriptedProvider(params SmsJudgement[] answers) : ISmsProvider
    {
        private readonly ConcurrentQueue<SmsJudgement> _answers = new(answers);

        public int Calls { get; private set; }

        public Action? Before { get; init; }

        public TimeSpan? RetryAfter { get; init; }

        public SmsTerms Terms { get; } = new(
            "scripted", Unicode: false, 480, 266, Repeatability.Deduplicates(TimeSpan.FromHours(1)), TimeSpan.FromMinutes(15), new SmsTemplates([], unicode: false), 500);

        public Task<SmsResult> SendAsync(SmsMessage message, CancellationToken cancellationToken)
        {
            Calls++;
            Before?.Invoke();
            var answer = _answers.Count > 1 && _answers.TryDequeue(out var next) ? next : _answers.Last();
            return Task.FromResult(new SmsResult(answer, answer.Verdict == SmsVerdict.TryLater ? RetryAfter : null));
        }
    }
}
