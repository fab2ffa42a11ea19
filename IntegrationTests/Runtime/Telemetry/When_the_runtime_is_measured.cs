using DichVuCong.Messaging;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Telemetry;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Telemetry;

internal sealed class When_the_runtime_is_measured
{
    private const string Key = "a-key-that-no-label-may-show";

    private MeterRecorder _meter = null!;
    private RuntimeHarness _system = null!;

    [OneTimeSetUp]
    public async Task Live()
    {
        _meter = new MeterRecorder();
        var quick = LineLimits.Default with
        {
            FirstRetryAfter = TimeSpan.FromMilliseconds(5),
            LongestRetryAfter = TimeSpan.FromMilliseconds(20),
            CircuitOpensAfter = 3,
            CircuitStaysOpen = TimeSpan.FromMilliseconds(20),
        };
        _system = await RuntimeHarness.StartAsync(limits: quick);
        await CallsAsync();
        await ClocksAsync();
        await DoorAsync();
        await _system.SendInOrderAsync(new Explode(Key, 1, Harmless: false), new Note(Key, 8));
        await _system.UntilRowsAsync("select count(*) from bus.parked where scope > 0", 1);
        await _system.UntilRowsAsync("select count(*) from bus.held where scope > 0", 1);
        // What is counted is counted after its commit.
        await Eventually.HoldsAsync(() => Sum(RuntimeMetrics.Consumed, (Label.Outcome, "held")) > 0, "the held message is counted");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _system.DisposeAsync();
        _meter.Dispose();
    }

    private static IEnumerable<Metric> Metrics => RuntimeMetrics.All;

    [TestCaseSource(nameof(Metrics))]
    public void Should_measure_every_metric_with_the_labels_that_are_declared(Metric metric)
    {
        var measured = _meter.Of(metric);

        measured.ShouldNotBeEmpty();
        measured.ShouldAllBe(one => one.Unit == metric.Unit);
        measured.ShouldAllBe(one => one.Labels.Keys.Order().SequenceEqual(metric.Labels.Order()));
    }

    [Test]
    public void Should_show_no_key_in_a_label() =>
        _meter.All.SelectMany(one => one.Labels.Values).ShouldAllBe(value => !value.Contains(Key, StringComparison.Ordinal));

    [Test]
    public void Should_tell_handled_held_and_parked_messages_apart()
    {
        Sum(RuntimeMetrics.Consumed, (Label.Destination, "ledgers"), (Label.Outcome, "handled")).ShouldBeGreaterThan(3);
        Sum(RuntimeMetrics.Consumed, (Label.Destination, "ledgers"), (Label.Outcome, "held")).ShouldBe(1);
        Sum(RuntimeMetrics.Consumed, (Label.Destination, "ledgers"), (Label.Outcome, "parked")).ShouldBe(1);
        Sum(RuntimeMetrics.Parked, (Label.Destination, "ledgers")).ShouldBe(1);
    }

    [Test]
    public void Should_measure_every_call_by_its_outcome_and_count_the_retries()
    {
        Count(RuntimeMetrics.Call, (Label.Partner, "partner:a"), (Label.Operation, "test.call-partner.v1"), (Label.Outcome, "transient")).ShouldBe(4);
        Count(RuntimeMetrics.Call, (Label.Partner, "partner:a"), (Label.Outcome, "done")).ShouldBe(1);
        Count(RuntimeMetrics.Call, (Label.Partner, "partner:b"), (Label.Outcome, "unknown")).ShouldBe(1);
        Sum(RuntimeMetrics.Retries, (Label.Partner, "partner:a"), (Label.Reason, "transient")).ShouldBe(4);
        Sum(RuntimeMetrics.Circuits, (Label.Partner, "partner:a"), (Label.State, "open")).ShouldBeGreaterThanOrEqualTo(1);
        Sum(RuntimeMetrics.Circuits, (Label.Partner, "partner:a"), (Label.State, "closed")).ShouldBe(1);
        Sum(RuntimeMetrics.Doubts, (Label.Partner, "partner:b"), (Label.Reason, "possible_loss")).ShouldBe(1);
        _meter.Of(RuntimeMetrics.Call).ShouldAllBe(one => one.Value >= 0 && one.Value < 30);
    }

    [Test]
    public void Should_count_clocks_that_fire_and_clocks_that_a_calendar_moves()
    {
        Sum(RuntimeMetrics.Fired, (Label.Clock, "bell")).ShouldBe(1);
        Sum(RuntimeMetrics.Moved).ShouldBe(1);
        _meter.Of(RuntimeMetrics.Lag).ShouldAllBe(one => one.Value > 0);
    }

    [Test]
    public void Should_count_what_came_of_calls_at_the_door()
    {
        foreach (var (outcome, count) in new[] { ("new", 1), ("same", 1), ("conflict", 1) })
        {
            Sum(RuntimeMetrics.DoorCalls, (Label.Entrance, "test-calls"), (Label.Outcome, outcome)).ShouldBe(count, outcome);
        }

        Sum(RuntimeMetrics.DoorCalls, (Label.Entrance, "none"), (Label.Outcome, "rejected")).ShouldBe(1);
        Count(RuntimeMetrics.DoorDuration, (Label.Entrance, "test-calls")).ShouldBe(3);
    }

    private async Task CallsAsync()
    {
        _system.Partner.OnCall = (command, call, _) => Task.FromResult(
            command.Partner == "b" ? Outcome.Unknown("cut")
            : call.Attempt < 5 ? Outcome.Transient("busy")
            : Outcome.Done(new CallAnswered(command.Key, "done")));
        _system.Partner.Repeatability = Repeatability.Neither(WhenUnknown.GiveUpAndShow);
        await _system.SendInOrderAsync(new Note(Key, 1), new Call(Key, 1, "a"), new Call(Key, 2, "b"));
        await _system.UntilAsync(Key, state => state.Answers.Count == 1);
        await _system.UntilRowsAsync("select count(*) from bus.doubt", 1);
    }

    private async Task ClocksAsync()
    {
        await _system.SendInOrderAsync(
            new SetAlarm(Key, "bell", DateTimeOffset.UnixEpoch, Minutes: null), new SetAlarm(Key, "term", Due: null, Minutes: 480));
        await _system.UntilAsync(Key, state => state.Fired.Count == 1);
        _system.Calendars.Step();
        await _system.UntilAsync(Key, state => state.CalendarVersion == 2);
    }

    private async Task DoorAsync()
    {
        foreach (byte content in new byte[] { 1, 1, 2 })
        {
            await _system.Door.AcceptAsync(new DoorCall { Identity = new CallIdentity("test-calls", [7], [content]) }, CancellationToken.None);
        }

        await Should.ThrowAsync<DoorRejectedException>(
            _system.Door.AcceptAsync(new DoorCall { Records = [new WriteLine(Key, "-13")] }, CancellationToken.None));
    }

    private double Sum(Metric metric, params (string Label, string Value)[] labels) => Find(metric, labels).Sum(one => one.Value);

    private int Count(Metric metric, params (string Label, string Value)[] labels) => Find(metric, labels).Count();

    private IEnumerable<Measured> Find(Metric metric, (string Label, string Value)[] labels) =>
        _meter.Of(metric).Where(one => labels.All(label => one.Labels.GetValueOrDefault(label.Label) == label.Value));
}
