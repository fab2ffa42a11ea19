using DichVuCong.Messaging;
using DichVuCong.Simulation.Chance;
using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Bus.Lines;

/// <summary>The way of one request and its answer.</summary>
/// <param name="Arrivals">When it reaches the partner: not at all, once, or twice.</param>
/// <param name="Back">When the caller knows something.</param>
/// <param name="Instead">What the caller knows instead of the partner's answer; null when that answer comes back.</param>
internal sealed record Trip(IReadOnlyList<TimeSpan> Arrivals, TimeSpan Back, OutcomeKind? Instead)
{
    /// <summary>The trip of a call under a mood.</summary>
    /// <param name="fate">Chance.</param>
    /// <param name="mood">What goes wrong.</param>
    /// <param name="timeout">How long a call may take.</param>
    /// <param name="about">What chance goes by.</param>
    /// <param name="number">What makes two calls two.</param>
    public static Trip Of(Fate fate, MoodKind? mood, TimeSpan timeout, long about, long number)
    {
        var there = TimeSpan.FromMilliseconds(fate.Between(3, 120, "there", about, number));
        var back = there + TimeSpan.FromMilliseconds(fate.Between(1, 80, "back", about, number));
        var late = timeout * fate.Part("late", about, number);
        return mood switch
        {
            MoodKind.Down => new Trip([], there, OutcomeKind.Transient),
            MoodKind.LosesRequests => new Trip([], timeout, OutcomeKind.Unknown),
            MoodKind.LosesAnswers => new Trip([there], timeout, OutcomeKind.Unknown),
            MoodKind.Late => new Trip([late], timeout, OutcomeKind.Unknown),
            MoodKind.Slow => new Trip([late * 0.9], timeout * 0.95, Instead: null),
            MoodKind.Repeats => new Trip([there, there + (late / 2)], back, Instead: null),
            MoodKind.Garbles => new Trip([there], back, OutcomeKind.Unknown),
            _ => new Trip([there], back, Instead: null),
        };
    }
}
