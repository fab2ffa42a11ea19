using System.Collections.Concurrent;
using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Tests.Support;

/// <summary>A partner that does what the test scripts and keeps what it was asked to do.</summary>
internal sealed class ScriptedPartner : IPartnerOperation<CallPartner>
{
    private readonly ConcurrentQueue<(CallPartner Command, PartnerCall Call, bool Asked)> _calls = new();
    private int _out;
    private int _mostOut;

    /// <summary>Every call and question, in the order in which they came.</summary>
    public IReadOnlyList<(CallPartner Command, PartnerCall Call, bool Asked)> Calls => [.. _calls];

    /// <summary>The most calls that were out at once.</summary>
    public int MostOut => _mostOut;

    public Repeatability Repeatability { get; set; } = Repeatability.CanBeAsked;

    /// <summary>What a call comes to.</summary>
    public Func<CallPartner, PartnerCall, CancellationToken, Task<Outcome>> OnCall { get; set; } =
        (command, _, _) => Task.FromResult(Outcome.Done(new CallAnswered(command.Key, $"done {command.Number}")));

    /// <summary>What a question comes to.</summary>
    public Func<CallPartner, PartnerCall, Task<Outcome>> OnAsk { get; set; } = (_, _) => Task.FromResult(Outcome.Absent("never heard of it"));

    public Repeatability RepeatabilityOf(CallPartner command) => Repeatability;

    public async Task<Outcome> CallAsync(CallPartner command, PartnerCall call, CancellationToken cancellationToken)
    {
        _calls.Enqueue((command, call, false));
        var now = Interlocked.Increment(ref _out);
        for (var most = _mostOut; now > most; most = _mostOut) Interlocked.CompareExchange(ref _mostOut, now, most);
        try
        {
            return await OnCall(command, call, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _out);
        }
    }

    public Task<Outcome> AskAsync(CallPartner command, PartnerCall call, CancellationToken cancellationToken)
    {
        _calls.Enqueue((command, call, true));
        return OnAsk(command, call);
    }
}
