using DichVuCong.Faults.Plan;
using DichVuCong.Faults.Report;

namespace DichVuCong.Faults.Tests.Report;

internal sealed class When_recovery_is_measured
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);
    private static readonly PlannedFault Killed = FaultPlan.Of(7, TimeSpan.FromMinutes(1), new HashSet<string>(StringComparer.Ordinal))[0];
    private readonly StoppedTime _time = new();
    private RecoveryMeter _meter = null!;

    [SetUp]
    public void EndTheFault()
    {
        _time.Now = Start;
        _meter = new RecoveryMeter(_time);
        _meter.Ended(Killed, isLast: true);
    }

    [Test]
    public void Should_be_in_service_when_it_takes_and_tells_and_recovered_when_something_ends()
    {
        _meter.Accepted(At(2));
        _meter.Told(At(3));
        _meter.Told(At(4));
        _meter.Final(At(6));

        _meter.Done.ShouldBe([new Recovery(Killed, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6), IsServed: true, IsWhole: true)]);
    }

    [Test]
    public void Should_not_count_what_was_sent_before_or_told_before_anything_was_taken()
    {
        _meter.Accepted(At(-1));
        _meter.Told(At(1));
        _meter.Final(At(1));
        _meter.Accepted(At(2));
        _meter.Final(At(5));

        _meter.Done.ShouldBe([new Recovery(Killed, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), IsServed: true, IsWhole: true)]);
    }

    [Test]
    public void Should_say_that_it_took_longer_when_the_next_fault_comes_first()
    {
        _meter.Accepted(At(2));
        _meter.Told(At(3));
        _time.Now = At(9);
        _meter.Begins();
        _meter.Final(At(10));

        _meter.Done.ShouldBe([new Recovery(Killed, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9), IsServed: true, IsWhole: false)]);
    }

    [Test]
    public void Should_say_when_it_was_not_in_service_before_the_next_fault()
    {
        _time.Now = At(9);
        _meter.Begins();

        _meter.Done.ShouldBe([new Recovery(Killed, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(9), IsServed: false, IsWhole: false)]);
    }

    private static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);

    private sealed class StoppedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
