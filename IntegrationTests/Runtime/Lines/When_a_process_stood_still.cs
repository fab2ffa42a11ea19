using DichVuCong.Messaging;
using DichVuCong.Runtime.Deaths;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DichVuCong.Runtime.Tests.Lines;

/// <summary>
/// Between the mark of a call and the call a process may be frozen for longer than its lease. The line is somebody else's then, who has resolved
/// the mark and may have sent the calls behind it: this one must not go out any more.
/// </summary>
internal sealed class When_a_process_stood_still
{
    private ScriptedPartner _partner = null!;

    [SetUp]
    public void Start() => _partner = new ScriptedPartner();

    [Test]
    public async Task Should_not_let_a_call_out_long_after_its_mark()
    {
        var completed = await RunAsync(CallRunner.Fence + TimeSpan.FromSeconds(1));

        completed.Attempt!.Outcome.Kind.ShouldBe(OutcomeKind.Transient);
        _partner.Calls.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_let_it_out_when_it_was_only_slow()
    {
        var completed = await RunAsync(CallRunner.Fence - TimeSpan.FromSeconds(1));

        completed.Attempt!.Outcome.Kind.ShouldBe(OutcomeKind.Done);
        _partner.Calls.Count.ShouldBe(1);
    }

    private async Task<CompletedCall> RunAsync(TimeSpan frozen)
    {
        var clock = new MovedTime();
        await using var nowhere = NpgsqlDataSource.Create("Host=nowhere.invalid");
        var topology = LedgerTopology.Create(_partner);
        short number = 0;
        var vocabulary = new Vocabulary(topology, [.. topology.Messages.Select(type => (++number, "type", type.Name))]);
        var type = topology.TypeNamed("test.call-partner.v1")!;
        var context = new RuntimeContext
        {
            Database = nowhere,
            Dedicated = nowhere,
            Topology = topology,
            Vocabulary = vocabulary,
            Calendars = new SteppingCalendars(),
            Recorders = new Dictionary<string, IRecorder>(),
            Lines = new LineDirectory(nowhere),
            SagaIds = new SagaIds(nowhere),
            Options = new RuntimeOptions(),
            Time = clock,
            HostId = Guid.NewGuid(),
            Session = new HostSession(nowhere, Guid.NewGuid()),
            Signals = new Signals(),
            Subscribers = new Dictionary<string, IReadOnlyList<string>>(),
            FiredType = (vocabulary.Type(type), type),
        };
        var call = new OutboundCall
        {
            Line = 1,
            Flow = 1,
            Seq = 1,
            Id = Guid.NewGuid(),
            Type = vocabulary.Type(type),
            Schema = 1,
            Key = "key",
            Origin = 1,
            OriginKey = "key",
            Saga = 1,
            Conversation = Guid.NewGuid(),
            SentAt = clock.GetUtcNow(),
            Body = type.Write(new CallPartner("key", 1, "a")),
            CalledAt = clock.GetUtcNow(),
        };
        var line = new Line(new LineSettings(1, "partner:a", 0, LineLimits.Default, Stopped: false, []), epoch: 1);
        var marked = clock.GetTimestamp();
        clock.Move(frozen);
        return await new CallRunner(context, NullLogger.Instance).RunAsync(line, call, marked, CancellationToken.None);
    }

    private sealed class MovedTime : TimeProvider
    {
        private long _moved;

        public void Move(TimeSpan time) => _moved += (long)(time.TotalSeconds * TimestampFrequency);

        public override long GetTimestamp() => base.GetTimestamp() + _moved;
    }
}
