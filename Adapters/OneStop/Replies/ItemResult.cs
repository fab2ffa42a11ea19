using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;

namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>What became of one item, for <c>result[]</c>.</summary>
/// <param name="Index">Its place in the call.</param>
/// <param name="MaHoSo">The code it named; null when it could not be read.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Faults">With <see cref="ItemOutcome.Refused"/>, and where another outcome wants to say which rule: the faults.</param>
public sealed record ItemResult(int Index, string? MaHoSo, ItemOutcome Outcome, IReadOnlyList<WireFault> Faults)
{
    /// <summary>The result of an item that could be read.</summary>
    public static ItemResult Of<T>(InboundItem<T> item, ItemOutcome outcome)
        where T : class =>
        new(item.Index, item.MaHoSo, outcome, []);

    /// <summary>The result of an item that could not be read.</summary>
    public static ItemResult Refused<T>(InboundItem<T> item)
        where T : class =>
        new(item.Index, item.MaHoSo, ItemOutcome.Refused, item.Faults);

    /// <summary>The result of an item that breaks a rule of the business.</summary>
    public static ItemResult Refused<T>(InboundItem<T> item, WireFault fault)
        where T : class =>
        new(item.Index, item.MaHoSo, ItemOutcome.Refused, [fault]);
}
