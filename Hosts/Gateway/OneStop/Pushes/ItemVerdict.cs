using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Runtime.Doors;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>What becomes of one item of a push.</summary>
/// <param name="Result">What is answered.</param>
/// <param name="Messages">The messages that it sets in motion.</param>
/// <param name="Records">The rows that it writes.</param>
internal sealed record ItemVerdict(ItemResult Result, IReadOnlyList<DoorMessage> Messages, IReadOnlyList<object> Records)
{
    /// <summary>Nothing happens but the answer.</summary>
    public static ItemVerdict Only(ItemResult result) => new(result, [], []);
}
