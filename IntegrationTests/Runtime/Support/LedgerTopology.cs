using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Tests.Support;

/// <summary>The topology of the runtime's tests.</summary>
internal static class LedgerTopology
{
    /// <summary>An older build: it knows notes and no more, neither the recorder nor the partner.</summary>
    public static Topology CreateOlder()
    {
        var ledger = new Ledger();
        return new Topology()
            .Message(new MessageType<Note>("test.note.v1", LedgerJson.Default.Note, message => message.Key))
            .Message(new MessageType<Noted>("test.noted.v1", LedgerJson.Default.Noted, message => message.Key))
            .Saga(
                new SagaDefinition<LedgerState>("ledgers", LedgerJson.Default.LedgerState).StartedBy<Note>(ledger).Handles<ClockFired>(ledger),
                typeof(Note));
    }

    public static Topology Create(IPartnerOperation<CallPartner> partner)
    {
        var ledger = new Ledger();
        var topology = new Topology()
            .Message(new MessageType<Note>("test.note.v1", LedgerJson.Default.Note, message => message.Key))
            .Message(new MessageType<Noted>("test.noted.v1", LedgerJson.Default.Noted, message => message.Key))
            .Message(new MessageType<Explode>("test.explode.v1", LedgerJson.Default.Explode, message => message.Key))
            .Message(new MessageType<SetAlarm>("test.set-alarm.v1", LedgerJson.Default.SetAlarm, message => message.Key))
            .Message(new MessageType<CancelAlarm>("test.cancel-alarm.v1", LedgerJson.Default.CancelAlarm, message => message.Key))
            .Message(new MessageType<Call>("test.call.v1", LedgerJson.Default.Call, message => message.Key))
            .Message(new MessageType<CallPartner>("test.call-partner.v1", LedgerJson.Default.CallPartner, message => message.Key))
            .Message(new MessageType<CallAnswered>("test.call-answered.v1", LedgerJson.Default.CallAnswered, message => message.Key))
            .Message(new MessageType<Forward>("test.forward.v1", LedgerJson.Default.Forward, message => message.Key))
            .Message(new MessageType<Kill>("test.kill.v1", LedgerJson.Default.Kill, message => message.Key))
            .Message(new MessageType<WriteLine>("test.write-line.v1", LedgerJson.Default.WriteLine, message => message.Key));
        return topology
            .Saga(
                new SagaDefinition<LedgerState>("ledgers", LedgerJson.Default.LedgerState)
                    .Shrinks(new SmallLedger())
                    .StartedBy<Note>(ledger)
                    .Handles<Explode>(ledger, Absent.RefuseAtTheDoor)
                    .Handles<SetAlarm>(ledger, Absent.Wait)
                    .Handles<CancelAlarm>(ledger)
                    .Handles<ClockFired>(ledger)
                    .Handles<ClockMoved>(ledger)
                    .Handles<Call>(ledger)
                    .Handles<CallAnswered>(ledger)
                    .Handles<Forward>(ledger)
                    .Handles<Kill>(ledger),
                typeof(Note), typeof(Explode), typeof(SetAlarm), typeof(CancelAlarm), typeof(Call), typeof(Forward), typeof(Kill))
            .Partner(new PartnerDefinition("partner").Operation(partner, command => command.Partner))
            .Recorder("lines", typeof(WriteLine))
            .Subscribe<Noted>("lines")
            .Entrance("test-calls");
    }
}
