using DichVuCong.Faults.Plan;

namespace DichVuCong.Faults.Tests.Plan;

internal sealed class When_faults_are_planned
{
    private static readonly IReadOnlySet<string> Everything = new HashSet<string>(StringComparer.Ordinal) { FaultKinds.NeedsOwnDisk, FaultKinds.NeedsFakeClock };

    [Test]
    public void Should_make_the_same_plan_of_the_same_seed()
    {
        var plan = FaultPlan.Of(7, TimeSpan.FromMinutes(30), Everything);

        plan.ShouldBe(FaultPlan.Of(7, TimeSpan.FromMinutes(30), Everything));
        plan.ShouldNotBe(FaultPlan.Of(8, TimeSpan.FromMinutes(30), Everything));
    }

    [Test]
    public void Should_leave_calm_for_every_few_faults([Range(1, 20)] int seed)
    {
        var plan = FaultPlan.Of(seed, TimeSpan.FromMinutes(20), Everything);

        var (together, end) = (0, TimeSpan.Zero);
        foreach (var fault in plan)
        {
            together = fault.At - end >= FaultPlan.Calm ? 1 : together + 1;
            together.ShouldBeLessThanOrEqualTo(5, $"seed {seed}, fault {fault.Number}");
            if (fault.End > end) end = fault.End;
        }
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(60)]
    public void Should_end_every_fault_before_the_last_calm(int minutes)
    {
        var length = TimeSpan.FromMinutes(minutes);

        var plan = FaultPlan.Of(7, length, Everything);

        plan.Count.ShouldBeGreaterThanOrEqualTo(2);
        plan.ShouldAllBe(fault => fault.End <= length - FaultPlan.Calm);
    }

    [Test]
    public void Should_meet_every_kind_in_a_long_run() =>
        FaultPlan.Of(7, TimeSpan.FromMinutes(20), Everything).Select(fault => fault.Kind.Name).Distinct()
            .ShouldBe(FaultKinds.All.Select(kind => kind.Name).Distinct(), ignoreOrder: true);

    [Test]
    public void Should_begin_with_a_host_or_the_database_dying([Range(1, 10)] int seed) =>
        FaultPlan.Of(seed, TimeSpan.FromMinutes(1), Everything)[0].Kind.Action.ShouldBeOneOf(FaultAction.Kill, FaultAction.StopPostgres);

    [Test]
    public void Should_leave_out_what_the_machine_cannot_do() =>
        FaultPlan.Of(7, TimeSpan.FromMinutes(60), new HashSet<string>(StringComparer.Ordinal)).ShouldAllBe(fault => fault.Kind.Needs == null);

    [Test]
    public void Should_say_how_a_partner_misbehaves() =>
        FaultPlan.Of(7, TimeSpan.FromMinutes(60), Everything).Where(fault => fault.Kind.Action == FaultAction.Misbehave).ShouldAllBe(fault => fault.Misdeed != null);
}
