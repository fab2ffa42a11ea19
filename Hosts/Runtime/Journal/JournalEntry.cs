using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DichVuCong.Runtime.Journal;

/// <summary>What a row of the journal tells. The numbers are stored and never change.</summary>
public enum JournalOutcome : short
{
    /// <summary>A saga decided.</summary>
    Decided = 0,

    /// <summary>A partner did what was asked.</summary>
    Done = 1,

    /// <summary>A partner refused.</summary>
    Refused = 2,

    /// <summary>A call failed and is tried again.</summary>
    Transient = 3,

    /// <summary>A call's outcome is not known.</summary>
    Unknown = 4,

    /// <summary>A partner that was asked knew nothing of the call.</summary>
    Absent = 5,

    /// <summary>A partner that was asked is still at it.</summary>
    Pending = 6,

    /// <summary>A clock's firing came after the clock had been moved or cancelled.</summary>
    StaleClock = 10,

    /// <summary>A message came for a saga that does not exist, and ended there.</summary>
    NoSaga = 11,

    /// <summary>A message was parked.</summary>
    Parked = 12,

    /// <summary>A parked message was put back into its place.</summary>
    Retried = 13,

    /// <summary>A parked message was replaced by an edited one.</summary>
    Edited = 14,

    /// <summary>A parked message was discarded.</summary>
    Discarded = 15,

    /// <summary>A call was given up after an unknown outcome: a possible loss.</summary>
    GivenUp = 16,

    /// <summary>An outcome came from an owner that had lost the line, for a call that was resolved already.</summary>
    Late = 17,

    /// <summary>A calendar change moved a clock.</summary>
    ClockMoved = 18,

    /// <summary>A message that only a newer build understands waits for it.</summary>
    WaitsForNewerBuild = 19,

    /// <summary>A host of a newer build took up what waited for it.</summary>
    Released = 20,
}

/// <summary>One row of the journal: numbers only, about 150 bytes.</summary>
/// <param name="At">When.</param>
/// <param name="Saga">The saga's id; 0 for a message without one.</param>
/// <param name="N">The number of the decision in its saga, or of the attempt.</param>
/// <param name="Lane">The lane; minus the line for a partner's outcome.</param>
/// <param name="Type">The message's type.</param>
/// <param name="Outcome">What happened.</param>
/// <param name="Edge">The edge taken, by number; null when the state stayed.</param>
/// <param name="Calendar">The version of the calendars decided with.</param>
/// <param name="Message">The message's id.</param>
/// <param name="Cause">Its cause.</param>
internal sealed record JournalEntry(
    DateTimeOffset At, long Saga, int N, short Lane, short Type, JournalOutcome Outcome, string? Edge, int? Calendar, Guid Message, Guid? Cause)
{
    /// <summary>How long a partner's call took, in milliseconds; null for everything else. No hash covers it.</summary>
    public int? Took { get; init; }
}

/// <summary>A link in a lane's chain of hashes.</summary>
/// <param name="Batch">The number of the batch in its lane.</param>
/// <param name="Hash">SHA-256 of the link before and of the batch's rows.</param>
internal readonly record struct ChainLink(long Batch, byte[] Hash)
{
    /// <summary>Where the chain of a lane, or of a line (minus its number), begins.</summary>
    public static ChainLink Genesis(short lane) =>
        new(0, SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(lane < 0 ? $"line {-lane}" : $"lane {lane}")));

    /// <summary>The next link: over the rows of one batch and lane, sorted by (saga, n, message).</summary>
    public ChainLink Next(ReadOnlySpan<(JournalEntry Entry, short? Edge)> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Hash);
        Span<byte> row = stackalloc byte[74];
        foreach (var (entry, edge) in rows)
        {
            BinaryPrimitives.WriteInt64BigEndian(row, entry.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
            BinaryPrimitives.WriteInt64BigEndian(row[8..], entry.Saga);
            BinaryPrimitives.WriteInt32BigEndian(row[16..], entry.N);
            BinaryPrimitives.WriteInt16BigEndian(row[20..], entry.Lane);
            BinaryPrimitives.WriteInt16BigEndian(row[22..], entry.Type);
            BinaryPrimitives.WriteInt16BigEndian(row[24..], (short)entry.Outcome);
            BinaryPrimitives.WriteInt32BigEndian(row[26..], edge ?? -1);
            BinaryPrimitives.WriteInt32BigEndian(row[30..], entry.Calendar ?? -1);
            entry.Message.TryWriteBytes(row[34..], bigEndian: true, out _);
            (entry.Cause ?? Guid.Empty).TryWriteBytes(row[50..], bigEndian: true, out _);
            BinaryPrimitives.WriteInt64BigEndian(row[66..], Batch + 1);
            hash.AppendData(row);
        }

        return new ChainLink(Batch + 1, hash.GetHashAndReset());
    }
}
