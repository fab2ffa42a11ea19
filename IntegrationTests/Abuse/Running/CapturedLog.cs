using System.Collections.Concurrent;
using DichVuCong.Abuse.Tests.Mutation;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>Keeps the lines of a host that no input may cause: errors, and whatever holds a person or what was sent.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>What no line may hold: the persons of the valid documents, their passwords and tokens, and the mark of everything that is made up.</summary>
    public static readonly string[] Secrets =
    [
        Nasty.Canary, "001090000018", "0981234567", "Nguyễn Văn Mẫu", "mau.nguyen@nhandan", "Đăng ký thử", "TECH-MAU", "dev-H29", "dev-G08", "dev-portal", "dev-coordination",
        "SECRETKEY-TEST", "BIMAT-TEST", "BANK-TEST", "user1:SECRET", "Số 1 phố Mẫu",
    ];

    /// <summary>Takes the faults since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var faults = new List<string>();
        while (_faults.TryDequeue(out var fault)) faults.Add(fault);
        return faults;
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _faults);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(string category, ConcurrentQueue<string> faults) : ILogger
    {
        // What a missing file store is told as, is the store's fault and foreseen (FileLog.Refused).
        private const int FileNotFetchable = 4103;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{formatter(state, exception)} {exception}";
            var isFileStore = eventId.Id == FileNotFetchable && category.EndsWith("FileSpool", StringComparison.Ordinal);
            if (logLevel >= LogLevel.Error && !isFileStore) faults.Enqueue($"logged as {logLevel} by {category}: {line}");
            else if (Array.Find(Secrets, secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)) is { } secret) faults.Enqueue($"'{secret}' in the log of {category}: {line}");
            else if (formatter(state, exception).AsSpan().IndexOfAny('\r', '\n') >= 0) faults.Enqueue($"a line break in the log of {category}: {line}");
        }
    }
}
