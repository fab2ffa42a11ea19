using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Parking;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Parking;

/// <summary>An operator's orders about parked calls, as <c>LineParking</c> carries them out: in one step.</summary>
internal static class CallParking
{
    public static void Obey(World world, ParkedRow parked, ParkingAction action)
    {
        var (tables, call) = (world.Tables, parked.Call!);
        var line = tables.Lines[call.Line];
        tables.Blocked.Remove((parked.Scope, parked.Key));
        tables.Parked.Remove(parked);
        if (action == ParkingAction.Retry) line.Outbound.Add(call.Seq, call);
        if (action == ParkingAction.Edit) line.Outbound.Add(call.Seq, call with { Id = DerivedId.Of(call.Id, 0), Cause = call.Id });
        if (tables.HeldCalls.Remove((call.Line, parked.Key), out var held))
        {
            foreach (var waiting in held.Values) line.Outbound.Add(waiting.Seq, waiting);
        }

        world.WakePumps();
    }
}
