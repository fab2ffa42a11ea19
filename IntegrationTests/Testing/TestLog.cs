using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Testing;

/// <summary>Keeps what is logged, so that a test can look at it; warnings and errors also go to the test's output.</summary>
public sealed class TestLog : ILoggerFactory
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    /// <summary>Every line logged so far, with its level.</summary>
    public IReadOnlyList<(LogLevel Level, string Text)> Lines => [.. _lines];

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(_lines, categoryName);

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("This log is its own only provider.");

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel Level, string Text)> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}";
            lines.Enqueue((logLevel, text));
            if (logLevel >= LogLevel.Warning) Console.WriteLine($"{logLevel} {category}: {text}");
        }
    }
}
