using System.Diagnostics;
using System.Diagnostics.Metrics;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Naming;

namespace DichVuCong.Runtime.Telemetry;

/// <summary>What is told of calls to partners.</summary>
internal static class LineTelemetry
{
    private static readonly Histogram<double> Call = Instruments.Histogram(RuntimeMetrics.Call, Instruments.Durations);
    private static readonly Counter<long> Retries = Instruments.Counter(RuntimeMetrics.Retries);
    private static readonly Counter<long> Parked = Instruments.Counter(RuntimeMetrics.Parked);
    private static readonly Counter<long> Doubts = Instruments.Counter(RuntimeMetrics.Doubts);
    private static readonly Counter<long> Circuits = Instruments.Counter(RuntimeMetrics.Circuits);

    /// <summary>A call goes out, or a question about one: a step of its command's trace, if that has one.</summary>
    public static Activity? Start(OutboundCall call, string partner, string operation, bool asked)
    {
        if (call.Trace is null || !Instruments.Traces.HasListeners()) return null;
        return Instruments.Traces.StartActivity($"{(asked ? "ask" : "call")} {operation}", ActivityKind.Client, call.Trace)?
            .SetTag(Label.Partner, partner)
            .SetTag(Label.Operation, operation)
            .SetTag("messaging.message.id", call.Id.ToString())
            .SetTag("dvc.attempt", call.Attempts);
    }

    /// <summary>A call is over.</summary>
    public static void End(Activity? activity, Outcome outcome)
    {
        if (activity is null) return;
        activity.SetTag(Label.Outcome, NameOf(outcome.Kind));
        if (outcome.Kind is OutcomeKind.Transient or OutcomeKind.Unknown) activity.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>An outcome is committed.</summary>
    public static void Committed(ResolvedCall resolved, Vocabulary vocabulary)
    {
        if (!Call.Enabled && !Retries.Enabled) return;
        var partner = Instruments.Tag(Label.Partner, resolved.Line.Settings.Partner);
        var outcome = NameOf(resolved.Kind);
        if (resolved.Completed is { WasStarted: true, ReachedOut: true, Took: { } took })
        {
            Call.Record(
                took.TotalSeconds, partner, Instruments.Tag(Label.Operation, vocabulary.TypeOf(resolved.Call.Type)?.Name ?? "?"),
                Instruments.Tag(Label.Outcome, outcome));
        }

        if (resolved.DueAgain is not null) Retries.Add(1, partner, Instruments.Tag(Label.Reason, outcome));
        switch (resolved.Next)
        {
            case NextStep.Park:
                Parked.Add(1, Instruments.Tag(Label.Destination, resolved.Line.Settings.Partner));
                break;
            case NextStep.GiveUp:
                Doubts.Add(1, partner, Instruments.Tag(Label.Reason, "possible_loss"));
                break;
            case NextStep.CallAgainInDoubt:
                Doubts.Add(1, partner, Instruments.Tag(Label.Reason, "possible_double"));
                break;
            default:
                break;
        }
    }

    /// <summary>A circuit opened, half-opened or closed.</summary>
    public static void CircuitChanged(string partner, string state) =>
        Circuits.Add(1, Instruments.Tag(Label.Partner, partner), Instruments.Tag(Label.State, state));

    private static string NameOf(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Done => "done",
        OutcomeKind.Refused => "refused",
        OutcomeKind.Transient => "transient",
        OutcomeKind.Absent => "absent",
        OutcomeKind.Pending => "pending",
        _ => "unknown",
    };
}
