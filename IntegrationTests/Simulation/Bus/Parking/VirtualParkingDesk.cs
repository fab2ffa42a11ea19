using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Parking;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Parking;

/// <summary>What operators order about what is parked; for a saga's message the order travels through the key's lane.</summary>
internal static class VirtualParkingDesk
{
    public static void Order(World world, ParkedRow parked, ParkingAction action, byte[]? body)
    {
        world.Note("operator", action.ToString(), parked.Scope);
        world.Operated.Add(parked.Id);
        if (parked.Message is not { } message)
        {
            CallParking.Obey(world, parked, action);
            return;
        }

        var command = new ParkingCommand(parked.Key, parked.Id, action, body, "operator");
        var id = world.NewId();
        var row = new NewMessage(
            message.Lane, message.Flow, id, world.Vocabulary.Type(ParkingCommand.Type), ParkingCommand.Type.Schema, message.Endpoint, parked.Key,
            ReplyTo: null, ReplyKey: null, Cause: parked.Id, Conversation: id, world.Now, Trace: null, ParkingCommand.Type.Write(command));
        world.Tables.Enqueue(row, world.Tables.NextSeq());
        world.WakeLanes();
    }
}
