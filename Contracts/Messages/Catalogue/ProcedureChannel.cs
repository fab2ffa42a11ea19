using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>
/// One way of filing a procedure, and the time and fee that go with it (CACHTHUCTHUCHIEN; <c>one-stop-and-portal-wire.md</c> 3.1). A channel
/// that is published several times has several cases.
/// </summary>
public sealed record ProcedureChannel
{
    /// <summary>The channel.</summary>
    public required FilingChannel Channel { get; init; }

    /// <summary>Which case of the channel, from 1, in the order of publication.</summary>
    public required int Case { get; init; }

    /// <summary>The time as it was published (THOIGIANGIAIQUYET), in <see cref="PublishedUnit"/>; null when there was none that can be read.</summary>
    public decimal? PublishedTime { get; init; }

    /// <summary>The unit as it was published (DONVITINH): <c>Ngày làm việc</c>, <c>Ngày</c>, <c>Giờ</c>, <c>Tháng</c>; empty when none was.</summary>
    public string PublishedUnit { get; init; } = "";

    /// <summary>The time that can be counted; null when it was published without a unit or makes no sense.</summary>
    public ProcedureTerm? Term { get; init; }

    /// <summary>The fee as it was published, in dong; null when none was. It is shown and charges nobody (decisions, Payments).</summary>
    public long? FeeVnd { get; init; }

    /// <summary>The note on the fee; null when there is none.</summary>
    public string? FeeNote { get; init; }
}

/// <summary>A processing time that can be counted.</summary>
/// <param name="Amount">How many units; minutes for <see cref="TermUnit.WorkingMinutes"/>; 0 means within the day.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct ProcedureTerm(long Amount, TermUnit Unit);
