using System.Collections.Concurrent;

namespace DichVuCong.Faults.Load.HandOvers;

/// <summary>A call of a one-stop system with a ticket, repeated until it has an answer.</summary>
/// <param name="RedemptionId">The system's own id of the call.</param>
/// <param name="Status">The status of the answer; 0 when none came.</param>
/// <param name="Body">Its body.</param>
internal sealed record Presentation(string RedemptionId, int Status, string Body);

/// <summary>A ticket that was issued, and everybody who presented it.</summary>
/// <param name="Number">Which.</param>
/// <param name="Ticket">The ticket.</param>
internal sealed record HandOverStory(int Number, string Ticket)
{
    /// <summary>Those who presented it.</summary>
    public ConcurrentQueue<Presentation> Presentations { get; } = new();
}

/// <summary>The systems' own records of all tickets.</summary>
internal sealed class HandOverBook
{
    private readonly ConcurrentQueue<HandOverStory> _stories = new();

    /// <summary>All of them.</summary>
    public IReadOnlyList<HandOverStory> All => [.. _stories];

    /// <summary>Opens the record of a ticket.</summary>
    public HandOverStory Open(int number, string ticket)
    {
        var story = new HandOverStory(number, ticket);
        _stories.Enqueue(story);
        return story;
    }
}
