using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Runtime.Doors;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>What becomes of one item of a push.</summary>
/// <param name="Result">What is answered.</param>
/// <param name="Messages">The messages that it sets in motion.</param>
/// <param name="Records">The rows that it writes.</param>
internal sealed record ItemVerdict(ItemResult Result, IReadOnlyList<DoorMessage> Messages, IReadOnlyList<object> Records)
{
    /// <summary>The fees that the item lists, still to be judged; null when it is no whole dossier that asks for money.</summary>
    public PushedFees? Fees { get; init; }

    /// <summary>Whether it leaves nothing to make durable: what it says is durable already.</summary>
    public bool IsEmpty => Result.Outcome == ItemOutcome.SameAgain && Messages.Count == 0 && Records.Count == 0;

    /// <summary>Nothing happens but the answer.</summary>
    public static ItemVerdict Only(ItemResult result) => new(result, [], []);
}
