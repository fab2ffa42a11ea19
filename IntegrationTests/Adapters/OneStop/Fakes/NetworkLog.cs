using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace DichVuCong.OneStop.Tests.Fakes;

/// <summary>Everything that the network libraries tell whoever listens to them.</summary>
internal sealed class NetworkLog : EventListener
{
    // A field initialiser runs before the base class begins to report sources.
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("System.Net", StringComparison.Ordinal)) EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        _lines.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? [])}");
}
