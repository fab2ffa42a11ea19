using System.Collections.Concurrent;

namespace DichVuCong.Faults.Load;

/// <summary>The callers' records of everything that they called, and figures about the answers.</summary>
internal sealed class CallBook(TimeProvider time)
{
    private readonly ConcurrentQueue<CallRecord> _calls = new();
    private int _comeBackWithoutTime;

    /// <summary>All calls that ended, and those that never had an answer.</summary>
    public IReadOnlyList<CallRecord> All => [.. _calls];

    /// <summary>How often each outcome came, over all attempts.</summary>
    public ConcurrentDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>429 or 503 that did not say when to come back.</summary>
    public int ComeBackWithoutTime => _comeBackWithoutTime;

    /// <summary>Told of every dossier that was newly accepted: when the attempt was sent, and when it was answered.</summary>
    public Action<DateTimeOffset, DateTimeOffset>? OnAccepted { get; set; }

    /// <summary>Told of every filing that was accepted, with its answer.</summary>
    public Action<CallRecord>? OnFiled { get; set; }

    /// <summary>A call begins; it is on record before it is sent.</summary>
    public CallRecord Open(int number, CallPurpose purpose, string submission, IReadOnlyList<string> channels)
    {
        var call = new CallRecord(number, purpose, submission, channels);
        _calls.Enqueue(call);
        return call;
    }

    /// <summary>An attempt is over.</summary>
    /// <returns>Whether the call is: an answer that says "come back" is none.</returns>
    public bool Note(CallRecord call, DateTimeOffset at, GatewayAnswer? answer, string outcome)
    {
        var now = time.GetUtcNow();
        call.Attempts.Add(new Attempt(at, now - at, outcome));
        Outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
        if (answer is null) return false;
        if (answer.Status is 429 or 503 && !answer.SaysWhenToComeBack) Interlocked.Increment(ref _comeBackWithoutTime);
        if (answer.Status is 429 or >= 500) return false;
        (call.Body, call.Code, call.Status) = (answer.Body, PortalClient.CodeIn(answer), answer.Status);
        if (call is not { Purpose: CallPurpose.File, IsAccepted: true }) return true;
        OnAccepted?.Invoke(at, now);
        OnFiled?.Invoke(call);
        return true;
    }
}
