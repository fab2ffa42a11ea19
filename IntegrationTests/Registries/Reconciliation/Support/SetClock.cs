using DichVuCong.Contracts;

namespace DichVuCong.Registries.Tests.Reconciliation.Support;

/// <summary>A clock that stands where a test sets it.</summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset _now = VietnamTime.At(new DateOnly(2026, 11, 21), new TimeOnly(9, 0));

    public void Set(DateOnly day, TimeOnly time) => _now = VietnamTime.At(day, time);

    public void Forward(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();
}
