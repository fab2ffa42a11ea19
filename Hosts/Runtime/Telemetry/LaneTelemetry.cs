using System.Diagnostics;
using System.Diagnostics.Metrics;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Naming;

namespace DichVuCong.Runtime.Telemetry;

/// <summary>What is told of a batch when it is committed, and of a decision while it is made.</summary>
internal static class LaneTelemetry
{
    private static readonly Counter<long> Consumed = Instruments.Counter(RuntimeMetrics.Consumed);
    private static readonly Counter<long> Parked = Instruments.Counter(RuntimeMetrics.Parked);
    private static readonly Counter<long> Fired = Instruments.Counter(RuntimeMetrics.Fired);
    private static readonly Counter<long> Moved = Instruments.Counter(RuntimeMetrics.Moved);
    private static readonly Histogram<double> Lag = Instruments.Histogram(RuntimeMetrics.Lag, Instruments.Ages);
    private static readonly Histogram<double> Age = Instruments.Histogram(RuntimeMetrics.Age, Instruments.Ages);
    private static readonly Histogram<double> Batch = Instruments.Histogram(RuntimeMetrics.Batch, Instruments.Durations);

    /// <summary>A batch is committed.</summary>
    public static void Committed(BatchInput input, BatchOutput output, Vocabulary vocabulary)
    {
        if (Consumed.Enabled) Count(input, output, vocabulary);
        if (Age.Enabled)
        {
            foreach (var message in input.Messages) Age.Record(Seconds(input.Now - message.SentAt), Instruments.Tag(Label.Destination, NameOf(vocabulary, message)));
        }

        if (Parked.Enabled)
        {
            foreach (var parked in output.Parked) Parked.Add(1, Instruments.Tag(Label.Destination, NameOf(vocabulary, parked.Message)));
        }

        if (Fired.Enabled || Lag.Enabled) Clocks(input, vocabulary);
    }

    /// <summary>A batch that did something is over.</summary>
    public static void Ended(TimeSpan duration) => Batch.Record(duration.TotalSeconds);

    /// <summary>A calendar change moved clocks.</summary>
    public static void ClocksMoved(int clocks)
    {
        if (clocks > 0) Moved.Add(clocks);
    }

    /// <summary>
    /// A message of a trace is being decided on: what it sends belongs to the same trace. A message without a trace begins none: there are too
    /// many of them.
    /// </summary>
    public static Activity? Decide(Envelope message, string endpoint, MessageType type)
    {
        if (message.Trace is null || !Instruments.Traces.HasListeners()) return null;
        var activity = Instruments.Traces.StartActivity($"process {endpoint}", ActivityKind.Consumer, message.Trace);
        return activity?
            .SetTag(Label.MessagingSystem, Instruments.MessagingSystem)
            .SetTag("messaging.operation.type", "process")
            .SetTag(Label.Destination, endpoint)
            .SetTag("messaging.message.id", message.Id.ToString())
            .SetTag("messaging.message.conversation_id", message.Conversation.ToString())
            .SetTag(Label.Operation, type.Name);
    }

    private static void Count(BatchInput input, BatchOutput output, Vocabulary vocabulary)
    {
        var aside = new Dictionary<Guid, string>();
        foreach (var parked in output.Parked) aside[parked.Message.Id] = "parked";
        foreach (var (_, held) in output.Held) aside[held.Id] = "held";
        foreach (var (waiting, _) in output.Waiting) aside[waiting.Id] = "waiting";
        foreach (var back in output.PutBack) aside[back.Id] = "put_back";
        foreach (var ((endpoint, outcome), count) in input.Messages.CountBy(message => (message.Endpoint, Outcome: aside.GetValueOrDefault(message.Id, "handled"))))
        {
            Consumed.Add(
                count,
                Instruments.Tag(Label.MessagingSystem, Instruments.MessagingSystem),
                Instruments.Tag(Label.MessagingOperation, "process"),
                Instruments.Tag(Label.Destination, vocabulary.EndpointName(endpoint) ?? "?"),
                Instruments.Tag(Label.Outcome, outcome));
        }
    }

    private static void Clocks(BatchInput input, Vocabulary vocabulary)
    {
        foreach (var firing in input.Firings)
        {
            if (firing.MovedTo is not null)
            {
                Moved.Add(1);
                continue;
            }

            Fired.Add(1, Instruments.Tag(Label.Clock, vocabulary.ClockName(firing.Clock)));
            Lag.Record(Seconds(input.Now - firing.Due));
        }
    }

    /// <summary>Clocks of hosts differ a little: nothing is younger than now.</summary>
    private static double Seconds(TimeSpan time) => Math.Max(0, time.TotalSeconds);

    private static string NameOf(Vocabulary vocabulary, Envelope message) => vocabulary.EndpointName(message.Endpoint) ?? "?";
}
