using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Parcels;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Invariants;

/// <summary>What must hold of the clocks, at any instant between two commits.</summary>
internal static class ClockInvariants
{
    private static readonly (string Name, RunningClocks Bit)[] Names =
    [
        (ClockNames.Undelivered, RunningClocks.Undelivered), (ClockNames.Acceptance, RunningClocks.Acceptance), (ClockNames.Deadline, RunningClocks.Deadline),
        (ClockNames.Silence, RunningClocks.Silence), (ClockNames.Future, RunningClocks.Future),
    ];

    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("no-clock-is-lost", "The clocks that a saga believes to be running are there, and no others.", Lost),
        new("clocks-add-up", "Of every deadline counted in working days: what ran before the pauses, and what is left, make up the budget, counted day by day.", Unbalanced),
        new(
            "clocks-follow-the-calendar",
            "A while after a new calendar every running clock is counted by it.",
            world => world.Tables.Clocks.Values
                .Where(clock => clock is { State: ClockState.Running, Terms: not null } && clock.CalendarVersion < world.Catalogue.Calendars.Version)
                .Select(clock => $"a clock of saga {clock.Saga} is counted by calendar {clock.CalendarVersion}")),
    ];

    private static IEnumerable<string> Lost(World world)
    {
        foreach (var saga in world.Tables.SagasById.Values)
        {
            foreach (var wrong in LostOfParcels(world, saga)) yield return wrong;
            if (saga.State is not DossierData data) continue;
            foreach (var (name, bit) in Names)
            {
                var clock = world.Tables.Clocks.GetValueOrDefault((saga.Id, world.ClockNumber(name)));
                var isThere = clock is { State: ClockState.Running or ClockState.Fired };
                if (isThere != data.Clocks.HasFlag(bit)) yield return $"{saga.Key} believes that {name} {(isThere ? "does not run" : "runs")}";
            }
        }
    }

    /// <summary>A parcel's clocks follow from where it stands.</summary>
    private static IEnumerable<string> LostOfParcels(World world, SagaRow saga)
    {
        if (saga.State is not ParcelData data) yield break;
        foreach (var name in ParcelClocks.OfParcel)
        {
            var clock = world.Tables.Clocks.GetValueOrDefault((saga.Id, world.ClockNumber(name)));
            var isThere = clock is { State: ClockState.Running or ClockState.Fired };
            var isLate = name == ParcelClocks.Late ? data.Alarms.HasFlag(ParcelAlarms.Late) : data.Alarms.HasFlag(ParcelAlarms.Lost);
            var isWatched = name == ParcelClocks.Late
                ? data.State is ParcelState.Ordered or ParcelState.Held or ParcelState.Created or ParcelState.PickedUp or ParcelState.InTransit
                : ParcelGraph.IsOnItsWay(data.State);
            if (isThere != (isWatched && !isLate)) yield return $"{saga.Key} is {data.State} and {name} {(isThere ? "runs" : "does not run")}";
        }
    }

    private static IEnumerable<string> Unbalanced(World world)
    {
        foreach (var dossier in world.Registry.Dossiers.Values)
        {
            if (world.Checks.DossierOf(dossier.Code.Value) is not { } data || data.Rows.Any(row => row.Marks.HasFlag(RowMarks.FlaggedFuture))) continue;
            var saga = world.Tables.Sagas[(world.Vocabulary.Endpoint(Saga.Endpoints.Dossiers), dossier.Code.Value)];
            var clock = world.Tables.Clocks.GetValueOrDefault((saga.Id, world.ClockNumber(ClockNames.Deadline)));
            if (clock is not { State: ClockState.Running, Terms: { Unit: TimeUnit.WorkingDays } terms }) continue;
            var oracle = Oracle.Of(dossier.History.Values.Select(kept => kept.Row), DossierInvariants.CorrectedRows(dossier), data.Origin == DossierOrigin.Agency);
            if (oracle.AcceptedAt is not { } accepted) continue;
            var ran = RanBefore(world, data.Shown.AcceptedAt ?? accepted, accepted, oracle.Pauses);
            if (ran != terms.Used) yield return $"{dossier.Code} has used {terms.Used} days and should have used {ran}";
            var left = Workdays(world, terms.Started, clock.Due);
            if (terms.Used < terms.Budget && terms.Used + left != terms.Budget) yield return $"{dossier.Code}: {terms.Used} used and {left} left of {terms.Budget}";
        }
    }

    private static long RanBefore(World world, DateTimeOffset received, DateTimeOffset accepted, IEnumerable<(DateTimeOffset From, DateTimeOffset? Until)> pauses)
    {
        var (ran, from) = (0L, received);
        foreach (var (begin, until) in pauses.Where(pause => pause.From >= accepted))
        {
            ran += Workdays(world, from, begin);
            from = until ?? begin;
        }

        return ran;
    }

    /// <summary>The working days after the day of one instant, up to and with that of another: day by day.</summary>
    private static long Workdays(World world, DateTimeOffset from, DateTimeOffset to)
    {
        var days = 0L;
        for (var day = VietnamTime.DayOf(from).AddDays(1); day <= VietnamTime.DayOf(to); day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !world.Catalogue.Holidays.Contains(day)) days++;
        }

        return days;
    }
}
