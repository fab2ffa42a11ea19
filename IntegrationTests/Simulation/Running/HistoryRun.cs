using DichVuCong.Runtime.Journal;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Invariants;
using DichVuCong.Simulation.Partners.Banks;
using DichVuCong.Simulation.Plans;
using DichVuCong.Simulation.Plans.Payments;

namespace DichVuCong.Simulation.Running;

/// <summary>
/// Runs one history: some days of inputs and faults, a look at the clocks every night, quiet, an operator who clears up, and time until every
/// clock has run out. Then everything must hold.
/// </summary>
internal static class HistoryRun
{
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(3);
    private static readonly TimeSpan Rest = TimeSpan.FromDays(45);

    /// <summary>Runs the history of a seed, or a shorter one that is made of parts of its plan.</summary>
    public static HistoryResult Run(ulong seed, IReadOnlyList<PlanItem>? plan = null, Mutation mutation = Mutation.None, bool isTraced = false, bool hasOfficers = false)
    {
        var isOfOfficers = mutation is Mutation.DeafToWithdrawals or Mutation.BelieveWhatWasTold or Mutation.BlindComparison;
        plan ??= PlanMaker.Make(seed, hasOfficers || isOfOfficers);
        World? world = null;
        try
        {
            world = new World(seed, PlanMaker.Start - TimeSpan.FromMinutes(1), mutation, isTraced);
            Play(world, plan);
            return Result(seed, plan, world, failure: null);
        }
        catch (InvariantViolation violation)
        {
            return Result(seed, plan, world!, violation);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && world is not null)
        {
            // A key of the tables that is taken, a row that is not there: what the database would refuse.
            var where = failure.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("DichVuCong", StringComparison.Ordinal))?.Trim();
            return Result(seed, plan, world, new InvariantViolation("the-tables-hold", $"{failure.GetType().Name}: {failure.Message} {where}"));
        }
    }

    private static void Play(World world, IReadOnlyList<PlanItem> plan)
    {
        foreach (var item in plan) world.Agenda.At(item.At, () => item.Happen(world));
        var end = PlanMaker.Start + TimeSpan.FromDays(PlanMaker.Days);
        for (var night = 1; night <= PlanMaker.Days; night++)
        {
            RunUntil(world, PlanMaker.Start + TimeSpan.FromDays(night) - TimeSpan.FromHours(8));
            Look(world);
        }

        RunUntil(world, end);
        world.Faults.Clear();
        // The last statements, in which nothing is missing.
        var last = end + TimeSpan.FromDays(2.5);
        foreach (var bank in (string[])[ModelledBanks.ByLink, ModelledBanks.ByOrder]) world.Agenda.At(last, () => new BankDay(last, bank, Serial: 99, IsLast: true).Happen(world));
        RunUntil(world, end + Quiet);
        CheckQueues(world);
        for (var visit = 0; visit < 3; visit++)
        {
            new OperatorVisit(world.Now, Last: true).Happen(world);
            RunUntil(world, world.Now + TimeSpan.FromDays(2));
        }

        if (world.Tables.Parked.Count > 0) Checks.Fail("nothing-stuck", $"{world.Tables.Parked[0].Key} stays parked: {world.Tables.Parked[0].Error}");
        RunUntil(world, end + Rest);
        CheckQueues(world);
        world.Checks.AtTheEnd();
    }

    /// <summary>Clocks and what they rest on hold at any instant; counting again after a new calendar may take a while.</summary>
    private static void Look(World world)
    {
        foreach (var invariant in ClockInvariants.All.SkipLast(1))
        {
            if (invariant.Violations!(world).FirstOrDefault() is { } violation) Checks.Fail(invariant.Name, violation);
        }
    }

    private static void CheckQueues(World world)
    {
        if (BusInvariants.All[0].Violations!(world).FirstOrDefault() is { } stuck) Checks.Fail(BusInvariants.All[0].Name, stuck);
        Look(world);
    }

    private static void RunUntil(World world, DateTimeOffset end)
    {
        while (world.Agenda.Step(end))
        {
            if (world.Agenda.Steps > 400_000) Checks.Fail("nothing-stuck", "the history does not come to rest");
        }

        world.Agenda.At(end, () => { });
        world.Agenda.Step(end);
    }

    private static HistoryResult Result(ulong seed, IReadOnlyList<PlanItem> plan, World world, InvariantViolation? failure)
    {
        var journal = world.Tables.Journal;
        var figures = new HistoryFigures(
            world.Registry.Dossiers.Count, journal.Count(entry => entry.Outcome == JournalOutcome.Decided), journal.Count(entry => entry.Lane < 0),
            journal.Count(entry => entry.Outcome == JournalOutcome.Parked), world.Agenda.Steps)
        {
            Payments = world.Partners.Banks.Books.Payments.Count,
            Refunds = world.Partners.Banks.Books.Payments.Sum(payment => payment.Refunds.Count),
            Differences = PaymentInvariants.OrdersOf(world).Sum(order => order.Differences.Count),
        };
        return new HistoryResult(seed, plan, world.Trace.Hash, figures, failure?.Invariant, failure?.Message, world.Trace.Lines);
    }
}
