using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Recording;

namespace DichVuCong.Runtime.Lanes;

/// <summary>Everything that a batch writes, decided in memory before the first statement.</summary>
internal sealed class BatchOutput
{
    public List<SagaSlot> Sagas { get; } = [];

    public List<NewMessage> Ready { get; } = [];

    public List<NewOutbound> Outbound { get; } = [];

    /// <summary>Messages of keys that are closed, by scope.</summary>
    public List<(int Scope, Envelope Message)> Held { get; } = [];

    public List<ParkedMessage> Parked { get; } = [];

    /// <summary>Keys whose next message only a newer build understands; the message is among the held.</summary>
    public List<(int Scope, string Key)> ForNewerBuild { get; } = [];

    public List<(Envelope Message, DateTimeOffset Until)> Waiting { get; } = [];

    /// <summary>Messages that go back to where they were, behind what a released key puts before them.</summary>
    public List<Envelope> PutBack { get; } = [];

    public List<ParkingCommand> ParkingCommands { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    public Dictionary<string, List<RecordedMessage>> Recorded { get; } = new(StringComparer.Ordinal);

    public HashSet<string> UnknownEdges { get; } = new(StringComparer.Ordinal);

    public HashSet<string> UnknownClocks { get; } = new(StringComparer.Ordinal);
}

/// <summary>A message to insert into the ready queue; its sequence number is drawn when it is inserted.</summary>
internal sealed record NewMessage(
    short Lane, int Flow, Guid Id, short Type, short Schema, short Endpoint, string Key, short? ReplyTo, string? ReplyKey, Guid? Cause,
    Guid Conversation, DateTimeOffset SentAt, string? Trace, byte[] Body);

/// <summary>A command to insert into a partner's line.</summary>
internal sealed record NewOutbound(
    int Line, int Flow, Guid Id, short Type, short Schema, string Key, short Origin, string OriginKey, long Saga, Guid? Cause,
    Guid Conversation, DateTimeOffset SentAt, string? Trace, byte[] Body);
