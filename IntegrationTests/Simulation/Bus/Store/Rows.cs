using DichVuCong.Messaging;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;

namespace DichVuCong.Simulation.Bus.Store;

/// <summary>A saga as it is stored.</summary>
internal sealed class SagaRow
{
    public required long Id { get; init; }

    public required short Type { get; init; }

    public required string Key { get; init; }

    public required int Flow { get; init; }

    public required short Lane { get; init; }

    public int Version { get; set; }

    public DateTimeOffset LastNow { get; set; }

    public required object State { get; set; }
}

/// <summary>What a clock is doing; the numbers are those of <c>bus.clock</c>.</summary>
internal enum ClockState : byte
{
    Running = 1,
    Suspended = 2,
    Fired = 3,
}

/// <summary>A clock as it is stored.</summary>
internal sealed record ClockRow(
    long Saga, short Name, short Lane, long Serial, DateTimeOffset Due, ClockTerms? Terms, int? CalendarVersion, ClockState State);

/// <summary>A call on a line as it is stored. Each host reads its own copy: what it makes of it in memory is its own affair.</summary>
internal sealed record CallRow(
    int Line, int Flow, long Seq, Guid Id, short Type, short Schema, string Key, short Origin, string OriginKey, long Saga, Guid? Cause,
    Guid Conversation, DateTimeOffset SentAt, byte[] Body)
{
    public static CallRow Of(NewOutbound row, long seq) => new(
        row.Line, row.Flow, seq, row.Id, row.Type, row.Schema, row.Key, row.Origin, row.OriginKey, row.Saga, row.Cause, row.Conversation,
        row.SentAt, row.Body);

    public OutboundCall Read() => new()
    {
        Line = Line,
        Flow = Flow,
        Seq = Seq,
        Id = Id,
        Type = Type,
        Schema = Schema,
        Key = Key,
        Origin = Origin,
        OriginKey = OriginKey,
        Saga = Saga,
        Cause = Cause,
        Conversation = Conversation,
        SentAt = SentAt,
        Body = Body,
    };
}

/// <summary>A call that is due later.</summary>
internal sealed record LaterRow(CallRow Call, DateTimeOffset Due, int Attempts, bool AskNext, DateTimeOffset? CalledAt);

/// <summary>The mark of an attempt: the call may be out.</summary>
internal sealed record AttemptRow(int Number, long Epoch, DateTimeOffset Started);

/// <summary>Something that waits for an operator: a message, or a call of a line.</summary>
internal sealed record ParkedRow(int Scope, string Key, Envelope? Message, CallRow? Call, string Error)
{
    public Guid Id => Message?.Id ?? Call!.Id;
}

/// <summary>What the door remembers of a call.</summary>
internal sealed record InboxRow(byte[] Content, byte[] Answer);

/// <summary>A call that may have been done twice, or not at all.</summary>
internal sealed record DoubtRow(Guid Message, int Attempt, bool IsLoss);
