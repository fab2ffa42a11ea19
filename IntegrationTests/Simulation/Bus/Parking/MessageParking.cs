using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Parking;

namespace DichVuCong.Simulation.Bus.Parking;

/// <summary>Parks messages of sagas and takes them back, as <c>ParkingWrites</c> does.</summary>
internal static class MessageParking
{
    public static void Park(World world, ParkedMessage parked)
    {
        world.Note("parked", parked.Message.Key);
        world.Tables.Parked.Add(new(parked.Scope, parked.Message.Key, parked.Message, Call: null, parked.Error));
        if (parked.ClosesKey) world.Tables.Blocked.Add((parked.Scope, parked.Message.Key));
    }

    public static void Obey(World world, ParkingCommand command)
    {
        var (tables, place) = (world.Tables, ((int)command.Endpoint, command.Key));
        var index = tables.Parked.FindIndex(row => row.Id == command.Message && row.Scope == command.Endpoint);
        if (index >= 0)
        {
            var message = tables.Parked[index].Message!;
            tables.Parked.RemoveAt(index);
            if (command.Action == ParkingAction.Retry) tables.PutBack(message);
            if (command.Action == ParkingAction.Edit)
            {
                tables.PutBack(message with { Id = DerivedId.Of(message.Id, 0), Cause = message.Id, Body = command.Body! });
            }
        }

        if (tables.Parked.Exists(row => row.Scope == command.Endpoint && row.Key == command.Key)) return;
        Release(world, place);
        tables.Blocked.Remove(place);
    }

    private static void Release(World world, (int, string) place)
    {
        if (!world.Tables.HeldMessages.Remove(place, out var held)) return;
        switch (world.Mutation)
        {
            case Mutation.ReleaseInWrongOrder:
                foreach (var message in held.Values.Reverse()) world.Tables.PutBack(message with { Seq = world.Tables.NextSeq() });
                break;
            case Mutation.OpenBeforeHeldIsBack:
                world.Agenda.In(TimeSpan.FromHours(2), () =>
                {
                    foreach (var message in held.Values) world.Tables.PutBack(message);
                    world.WakeLanes();
                });
                break;
            default:
                foreach (var message in held.Values) world.Tables.PutBack(message);
                break;
        }
    }
}
