using System.Collections.Concurrent;

namespace DichVuCong.Faults.Load.Payments;

/// <summary>The records of those who state obligations, pay them and decide on refunds.</summary>
internal sealed class PaymentBook(TimeProvider time)
{
    private readonly ConcurrentQueue<PaymentCall> _calls = new();

    /// <summary>All calls that ended, and those that never had an answer.</summary>
    public IReadOnlyList<PaymentCall> All => [.. _calls];

    /// <summary>How often each outcome came, over all attempts.</summary>
    public ConcurrentDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>How many attempts were answered with 500.</summary>
    public int Failures => Outcomes.Where(pair => pair.Key.EndsWith(" 500", StringComparison.Ordinal)).Sum(pair => pair.Value);

    /// <summary>A call begins; it is on record before it is sent.</summary>
    public PaymentCall Open(PaymentCall call)
    {
        _calls.Enqueue(call);
        return call;
    }

    /// <summary>An attempt is over.</summary>
    /// <returns>Whether the call is: an answer that says "come back" is none.</returns>
    public bool Note(PaymentCall call, DateTimeOffset at, GatewayAnswer? answer, string outcome)
    {
        call.Attempts.Add(new Attempt(at, time.GetUtcNow() - at, outcome));
        Outcomes.AddOrUpdate($"{call.Purpose} {outcome}", 1, static (_, count) => count + 1);
        if (answer is null or { Status: 429 or >= 500 }) return false;
        (call.Body, call.Status) = (answer.Body, answer.Status);
        return true;
    }
}
