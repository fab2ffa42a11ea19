namespace DichVuCong.Runtime.Doors;

/// <summary>
/// One inbound call to be made durable: who it is, what it said, what it answers, and what it sets in motion. The door decides nothing that
/// a saga decides later, and everything that the answer contains.
/// </summary>
public sealed record DoorCall
{
    /// <summary>The identity by which a repetition is recognised; null when the receiving saga recognises it.</summary>
    public CallIdentity? Identity { get; init; }

    /// <summary>What is answered, now and to every repetition.</summary>
    public byte[] Answer { get; init; } = [];

    /// <summary>The messages it sets in motion, in their order.</summary>
    public IReadOnlyList<DoorMessage> Messages { get; init; } = [];

    /// <summary>Rows to write in the same commit: messages owned by recorders.</summary>
    public IReadOnlyList<object> Records { get; init; } = [];

    /// <summary>What its contents take in memory, in bytes, about; 0 when they are as short as most are.</summary>
    public long ContentBytes { get; init; }

    /// <summary>The trace that its messages belong to, as W3C's traceparent; null when nobody records it.</summary>
    internal string? Trace { get; init; }

    /// <summary>What it takes while it waits.</summary>
    internal long Weight => ContentBytes + Answer.Length + ((Messages.Count + Records.Count) * 1024L);
}

/// <summary>The identity of a call.</summary>
/// <param name="Endpoint">Which kind of call.</param>
/// <param name="Identity">What identifies it among its kind; at most 64 bytes, a hash when it is longer.</param>
/// <param name="Content">A hash of its content: the same identity with another content is a conflict.</param>
public sealed record CallIdentity(string Endpoint, byte[] Identity, byte[] Content);

/// <summary>A message that a call sets in motion.</summary>
/// <param name="Message">The message.</param>
/// <param name="Flow">The flow of its key: fixed when the key is born.</param>
public sealed record DoorMessage(object Message, int Flow);

/// <summary>The three answers to an inbound call.</summary>
public enum DoorVerdict
{
    /// <summary>It is new, and durable now.</summary>
    New = 1,

    /// <summary>It is the same again: the first answer is given again.</summary>
    SameAgain = 2,

    /// <summary>It has the identity of an earlier call and another content: refused and recorded.</summary>
    Conflict = 3,
}

/// <summary>What became of a call.</summary>
/// <param name="Verdict">Which of the three.</param>
/// <param name="Answer">The answer: the first one for <see cref="DoorVerdict.SameAgain"/>.</param>
public sealed record DoorAnswer(DoorVerdict Verdict, byte[] Answer);

/// <summary>A call broke a rule of the database itself, for instance a key that is taken; nothing of it was kept.</summary>
/// <param name="constraint">The rule's name.</param>
/// <param name="sqlState">The database's code.</param>
public sealed class DoorRejectedException(string constraint, string sqlState)
    : Exception($"The call breaks {constraint} ({sqlState}).")
{
    /// <summary>The rule's name; empty when the database named none.</summary>
    public string Constraint { get; } = constraint;
}

/// <summary>The door is full: the caller is to come back later.</summary>
public sealed class DoorBusyException() : Exception("Too many calls wait at the door.");
