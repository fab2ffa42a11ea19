using DichVuCong.Runtime.Naming;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Runtime.Deaths;

/// <summary>
/// Looks at the decisions under way, on a thread of its own: a decision that does not end may hold every other thread. One that takes over a
/// second is reported; at ten seconds the host ends itself, so that the message is counted as what it is.
/// </summary>
internal sealed class Watchdog(IReadOnlyCollection<DecisionWatch> watches, Vocabulary vocabulary, Action endProcess, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(10);

    private readonly ManualResetEventSlim _stop = new();

    /// <summary>Begins to look.</summary>
    public void Start() => new Thread(Run) { IsBackground = true, Name = "dvc-watchdog" }.Start();

    /// <summary>Stops looking.</summary>
    public void Dispose() => _stop.Set();

    private void Run()
    {
        while (!_stop.Wait(Look))
        {
            foreach (var watch in watches)
            {
                if (watch.Current is not { } current || current.Taken < Slow) continue;
                var type = vocabulary.TypeOf(current.Type)?.Name ?? "?";
                if (watch.ReportOnce()) DeathLog.Slow(logger, current.Message, type);
                if (current.Taken < Endless) continue;
                DeathLog.Endless(logger, current.Message, type);
                endProcess();
                return;
            }
        }
    }
}

/// <summary>What is logged about messages that harm their host.</summary>
internal static partial class DeathLog
{
    [LoggerMessage(1501, LogLevel.Warning, "The decision on message {Id} ({Type}) has taken over a second and goes on")]
    public static partial void Slow(ILogger logger, Guid id, string type);

    [LoggerMessage(1502, LogLevel.Critical, "The decision on message {Id} ({Type}) has taken ten seconds: this host ends itself")]
    public static partial void Endless(ILogger logger, Guid id, string type);

    [LoggerMessage(1503, LogLevel.Error, "A host died with {Lanes} lanes in hand, and {Suspects} messages that it ran alone")]
    public static partial void HostDied(ILogger logger, long lanes, long suspects);

    [LoggerMessage(1504, LogLevel.Warning, "Two holders of lane {Lane} died: what they had in hand runs one message at a time")]
    public static partial void Caution(ILogger logger, short lane);
}
