using System.Collections.Concurrent;
using System.Diagnostics;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Telemetry;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Telemetry;

internal sealed class When_a_call_is_traced
{
    private RuntimeHarness _system = null!;

    [SetUp]
    public async Task Start() => _system = await RuntimeHarness.StartAsync();

    [TearDown]
    public async Task Stop() => await _system.DisposeAsync();

    [Test]
    public async Task Should_go_on_from_the_door_through_the_saga_to_the_partner()
    {
        using var recorded = new Spans();
        string? atThePartner = null;
        _system.Partner.OnCall = (command, _, _) =>
        {
            atThePartner = Activity.Current?.Id;
            return Task.FromResult(Outcome.Done(new CallAnswered(command.Key, "done")));
        };
        using (var caller = recorded.Caller.StartActivity("caller")!)
        {
            await _system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"));
            recorded.Trace = caller.TraceId;
        }

        await _system.UntilAsync("key", state => state.Answers.Count == 1);
        await Eventually.HoldsAsync(() => recorded.OfTheTrace.Count >= 4, "four spans");
        var (root, spans) = (recorded.OfTheTrace.Single(span => span.OperationName == "caller"), recorded.OfTheTrace);
        var call = spans.Single(span => span.OperationName == "call test.call-partner.v1");
        var sent = spans.Single(span => span.SpanId == call.ParentSpanId);
        sent.OperationName.ShouldBe("process ledgers");
        sent.ParentSpanId.ShouldBe(root.SpanId);
        (sent.Kind, call.Kind).ShouldBe((ActivityKind.Consumer, ActivityKind.Client));
        atThePartner.ShouldBe(call.Id, "what the adapter sends carries the trace on");
        call.GetTagItem(Label.Outcome).ShouldBe("done");
        spans.SelectMany(span => span.TagObjects).ShouldAllBe(tag => !Equals(tag.Value, "key"), "no key in a span");
    }

    [Test]
    public async Task Should_begin_no_trace_where_the_caller_has_none()
    {
        using var recorded = new Spans();

        await _system.SendInOrderAsync(new Note("key", 1), new Call("key", 1, "a"));

        await _system.UntilAsync("key", state => state.Answers.Count == 1);
        recorded.All.ShouldNotContain(span => span.OperationName.StartsWith("process", StringComparison.Ordinal));
    }

    [Test]
    public async Task Should_keep_a_trace_that_is_not_recorded_out_of_the_queues()
    {
        using var caller = new Activity("caller").Start();

        await _system.StopHostsAsync();
        await _system.SendAsync(new Note("key", 1));

        (await _system.Database.ScalarAsync<long>("select count(*) from bus.ready where trace is not null")).ShouldBe(0);
        (await _system.Database.ScalarAsync<long>("select count(*) from bus.ready")).ShouldBe(1);
    }

    /// <summary>Records what is traced in this process.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly ConcurrentQueue<Activity> _ended = new();
        private readonly ActivityListener _listener;

        public Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name is Instruments.Name or "test",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                SampleUsingParentId = (ref ActivityCreationOptions<string> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = _ended.Enqueue,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public ActivitySource Caller { get; } = new("test");

        public ActivityTraceId Trace { get; set; }

        public IReadOnlyList<Activity> All => [.. _ended];

        public IReadOnlyList<Activity> OfTheTrace => [.. _ended.Where(span => span.TraceId == Trace)];

        public void Dispose()
        {
            _listener.Dispose();
            Caller.Dispose();
        }
    }
}
