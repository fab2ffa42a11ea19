using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;

namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>What a service answers.</summary>
/// <param name="Body">The envelope.</param>
/// <param name="Code">The stable code of what was refused first; null when nothing was.</param>
/// <param name="Count">How many items were refused.</param>
internal readonly record struct Answer(byte[] Body, string? Code = null, int Count = 0)
{
    /// <summary>Everything is as the caller wanted.</summary>
    public static Answer Of(byte[] body) => new(body);

    /// <summary>The call is refused as a whole.</summary>
    public static Answer Refused(SystemCall call, WireFault fault) => new(FaultReplies.Of(call.Style, call.Service, fault), fault.Code, 1);

    /// <summary>Each item has its own.</summary>
    public static Answer Of(SystemCall call, IReadOnlyList<ItemResult> results)
    {
        var refused = results.Where(result => !result.IsTaken).ToList();
        return new Answer(ItemReplies.Of(call.Style, results), refused.Count == 0 ? null : refused[0].Code, refused.Count);
    }
}
