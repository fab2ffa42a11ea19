using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Notices.Tests.Doubles;

/// <summary>Keeps every line that is logged, its values and its exception's text included.</summary>
internal sealed class CapturedLog<T> : ILogger<T>
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = [];

    public IReadOnlyCollection<(LogLevel Level, string Line)> Lines => _lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue((LogLevel.None, state.ToString() ?? ""));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => pair.Value)) : "";
        _lines.Enqueue((logLevel, $"{formatter(state, exception)} {values} {exception}"));
    }
}
