namespace DichVuCong.Banks.Tests.Fakes;

/// <summary>A clock that shows one instant, while time-outs still run.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
