namespace DichVuCong.VNeID.Tests.Fakes;

/// <summary>The real timers, and a clock that stands at 08:00 in Hanoi on 23 November 2026.</summary>
internal sealed class FixedTime : TimeProvider
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(7));

    public override DateTimeOffset GetUtcNow() => Now;
}
