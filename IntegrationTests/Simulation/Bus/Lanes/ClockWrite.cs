using DichVuCong.Runtime.Lanes;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Lanes;

/// <summary>What becomes of one clock of one saga, as <c>ClockWrites</c> writes it.</summary>
internal static class ClockWrite
{
    /// <summary>Writes the change.</summary>
    /// <returns>Whether the clock is still there.</returns>
    public static bool Apply(World world, BatchInput input, SagaSlot slot, string name, ClockChange change)
    {
        var number = world.ClockNumber(name);
        if (change.Set is { } set)
        {
            var version = set.Terms is null ? (int?)null : input.Calendars.Version;
            world.SetClock(new ClockRow(slot.Id, number, slot.Lane, change.Serial, set.Due, set.Terms, version, ClockState.Running));
            return true;
        }

        if (change.SuspendedWith is not { } used)
        {
            world.Tables.RemoveClock(slot.Id, number);
            return false;
        }

        if (world.Tables.Clocks.TryGetValue((slot.Id, number), out var clock))
        {
            var terms = clock.Terms is null ? null : clock.Terms with { Used = used };
            world.Tables.Set(clock with { State = ClockState.Suspended, Terms = terms, Serial = change.Serial });
        }

        return true;
    }
}
