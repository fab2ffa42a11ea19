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
    /// <summary>The stable code of what became of it: <c>stored</c>, <c>dossier.MaHoSo.exists</c>, or that of its first fault.</summary>
    public string Code => Faults.Count > 0 ? Faults[0].Code : ReplyTable.CodeOf(Outcome);

    /// <summary>Whether the item is stored, now or before.</summary>
    public bool IsTaken => Outcome is ItemOutcome.Stored or ItemOutcome.SameAgain;

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
