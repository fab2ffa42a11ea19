namespace DichVuCong.Operations.Tests.Support;

/// <summary>The machine's clock, so much further on.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan _on;

    public void Advance(TimeSpan by) => _on += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _on;
}
