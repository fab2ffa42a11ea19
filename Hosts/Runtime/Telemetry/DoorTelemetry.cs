using System.Diagnostics;
using System.Diagnostics.Metrics;
using DichVuCong.Runtime.Doors;

namespace DichVuCong.Runtime.Telemetry;

/// <summary>What is told of calls at the door.</summary>
internal static class DoorTelemetry
{
    /// <summary>Calls that the receiving saga recognises itself.</summary>
    private const string NoEntrance = "none";

    private static readonly Counter<long> Calls = Instruments.Counter(RuntimeMetrics.DoorCalls);
    private static readonly Histogram<double> Duration = Instruments.Histogram(RuntimeMetrics.DoorDuration, Instruments.Durations);

    /// <summary>The trace that a call belongs to, if somebody records it.</summary>
    public static string? Trace => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    /// <summary>A call was answered.</summary>
    public static void Answered(DoorCall call, DoorVerdict verdict, TimeSpan waited)
    {
        if (!Calls.Enabled) return;
        Turned(call, verdict switch { DoorVerdict.New => "new", DoorVerdict.SameAgain => "same", _ => "conflict" });
        Duration.Record(waited.TotalSeconds, Instruments.Tag(Label.Entrance, EntranceOf(call)));
    }

    /// <summary>A call was sent back, or refused: <c>busy</c>, <c>rejected</c> or <c>failed</c>.</summary>
    public static void Turned(DoorCall call, string outcome) =>
        Calls.Add(1, Instruments.Tag(Label.Entrance, EntranceOf(call)), Instruments.Tag(Label.Outcome, outcome));

    private static string EntranceOf(DoorCall call) => call.Identity?.Endpoint ?? NoEntrance;
}
