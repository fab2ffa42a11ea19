using DichVuCong.Messaging;
using DichVuCong.Runtime.Journal;
using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>What a batch took from its lanes.</summary>
internal sealed record Claimed(
    List<Envelope> Messages,
    IReadOnlyList<ClockFiring> Firings,
    IReadOnlyList<Envelope> Expired,
    IReadOnlyDictionary<short, ChainLink> Chains,
    int Limit)
{
    /// <summary>Whether more was probably there than was taken.</summary>
    public bool IsFull => Messages.Count >= Limit * 3 / 4;

    /// <summary>Whether the batch has room although a flow gave all that its share allowed.</summary>
    public bool SharesWereTooSmall
    {
        get
        {
            if (IsFull || Messages.Count == 0) return false;
            var flows = Messages.CountBy(message => (message.Lane, message.Flow)).ToList();
            var share = Math.Max(1, Limit / flows.Count);
            return flows.Any(flow => flow.Value >= share);
        }
    }

    public bool IsEmpty => Messages.Count == 0 && Firings.Count == 0 && Expired.Count == 0;

    /// <summary>Reads the results of the claim, in the order of its statements.</summary>
    public static async Task<Claimed> ReadAsync(
        NpgsqlDataReader reader, int limit, ICalendars calendars, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var messages = await ReadMessagesAsync(reader, cancellationToken);
        var chains = new Dictionary<short, ChainLink>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            chains.Add(reader.GetInt16(0), new ChainLink(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        }

        var firings = new List<ClockFiring>();
        var expired = new List<Envelope>();
        if (await reader.NextResultAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken)) firings.Add(ClockFiring.Read(reader).Recount(calendars, now));
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) expired.Add(Envelope.Read(reader));
        }

        return new Claimed(messages, firings, expired, chains, limit);
    }

    /// <summary>Reads claimed messages and puts them into their order.</summary>
    public static async Task<List<Envelope>> ReadMessagesAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var messages = new List<Envelope>();
        while (await reader.ReadAsync(cancellationToken)) messages.Add(Envelope.Read(reader));
        messages.Sort(InOrder);
        return messages;
    }

    /// <summary>The same claim with more messages.</summary>
    public Claimed With(List<Envelope> more, int limit)
    {
        Messages.AddRange(more);
        Messages.Sort(InOrder);
        return this with { Limit = limit };
    }

    private static int InOrder(Envelope left, Envelope right) => left.Seq.CompareTo(right.Seq);
}
