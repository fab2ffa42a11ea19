using DichVuCong.Messaging;
using DichVuCong.Runtime.Parking;

namespace DichVuCong.Runtime.Hosting;

/// <summary>The runtime's own messages.</summary>
internal static class RuntimeMessages
{
    /// <summary>Adds them to a topology; a second time changes nothing.</summary>
    public static void AddTo(Topology topology)
    {
        if (topology.TypeNamed(ParkingCommand.Type.Name) is null) topology.Message(ParkingCommand.Type);
    }
}
