using DichVuCong.Runtime.Recording;

namespace DichVuCong.Simulation.Bus.Registries;

/// <summary>A recorder whose rows lie in memory; it writes in the commit of the decisions that sent the messages.</summary>
internal interface IVirtualRecorder
{
    string Endpoint { get; }

    void Record(IReadOnlyList<RecordedMessage> messages);
}
