using DichVuCong.Runtime.Deaths;

namespace DichVuCong.Runtime.Lanes;

/// <summary>What belongs to one worker and outlives its connection.</summary>
/// <param name="number">The worker's number in its host.</param>
/// <param name="session">Where it notes what it has in hand.</param>
/// <param name="watch">What it is deciding on.</param>
internal sealed class LaneDuty(int number, HostSession session, DecisionWatch watch)
{
    private bool _isNoted;

    /// <summary>What it is deciding on.</summary>
    public DecisionWatch Watch => watch;

    /// <summary>Messages that must not be decided on, and why: they are parked when they are met.</summary>
    public Dictionary<Guid, string> Condemned { get; } = [];

    /// <summary>Notes what is about to be decided on.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="alone">Whether a message is run by itself to find out whether it kills.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task NoteAsync(IReadOnlyList<Envelope> messages, bool alone, CancellationToken cancellationToken)
    {
        if (messages.Count == 0) return;
        var claimed = new SortedDictionary<short, long>();
        foreach (var message in messages) claimed[message.Lane] = Math.Max(claimed.GetValueOrDefault(message.Lane), message.Seq);
        await session.NoteAsync(number, [.. claimed.Select(row => (row.Key, row.Value))], alone ? messages[0].Id : null, cancellationToken);
        _isNoted = true;
    }

    /// <summary>Nothing is in hand any more.</summary>
    public async Task RestAsync(CancellationToken cancellationToken)
    {
        if (!_isNoted) return;
        await session.ForgetAsync(number, cancellationToken);
        _isNoted = false;
    }
}
