using DichVuCong.Messaging;
using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Doors;

/// <summary>Commits a group of calls: inbox, rows and messages in one transaction; each caller gets an answer of his own.</summary>
internal sealed class DoorGroup(
    NpgsqlConnection connection, Topology topology, Vocabulary vocabulary, IReadOnlyDictionary<string, IRecorder> recorders, TimeProvider time)
{
    private sealed record Identified(int Index, short Endpoint, byte[] Identity, byte[] Content, byte[] Answer)
    {
        public (short, string) Key { get; } = (Endpoint, Convert.ToHexString(Identity));
    }

    /// <summary>Whether the connection can still be used, as far as it knows itself.</summary>
    public bool IsOpen => connection.State == System.Data.ConnectionState.Open;

    public async Task<DoorAnswer[]> CommitAsync(IReadOnlyList<DoorCall> calls, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var answers = await WriteAsync(calls, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answers;
    }

    /// <summary>Writes the calls into the transaction that is open on the connection.</summary>
    public async Task<DoorAnswer[]> WriteAsync(IReadOnlyList<DoorCall> calls, CancellationToken cancellationToken)
    {
        var answers = new DoorAnswer[calls.Count];
        var isNew = await RegisterAsync(calls, answers, cancellationToken);

        await using var batch = new NpgsqlBatch(connection);
        Write(batch, [.. calls.Where((_, index) => isNew[index])]);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellationToken);

        for (var index = 0; index < answers.Length; index++) answers[index] ??= new DoorAnswer(DoorVerdict.New, calls[index].Answer);
        return answers;
    }

    /// <summary>Tells the new calls from the repeated ones, and answers the latter.</summary>
    private async Task<bool[]> RegisterAsync(IReadOnlyList<DoorCall> calls, DoorAnswer[] answers, CancellationToken cancellationToken)
    {
        var isNew = new bool[calls.Count];
        Array.Fill(isNew, value: true);
        var identified = calls
            .Select((call, index) => call.Identity is { } identity
                ? new Identified(index, vocabulary.Endpoint(identity.Endpoint), identity.Identity, identity.Content, call.Answer)
                : null)
            .OfType<Identified>()
            .OrderBy(call => call.Key)
            .ToList();
        if (identified.Count == 0) return isNew;

        // Two of the same in one group: the first to have arrived is the first.
        var first = identified.GroupBy(call => call.Key).Select(group => group.MinBy(call => call.Index)!).ToList();
        var inserted = await InsertAsync(first, cancellationToken);
        var repeated = identified.Where(call => !(inserted.Contains(call.Key) && first.Contains(call))).ToList();
        if (repeated.Count == 0) return isNew;

        var earlier = await ReadAsync(repeated, cancellationToken);
        foreach (var call in repeated)
        {
            isNew[call.Index] = false;
            var (content, answer) = earlier[call.Key];
            answers[call.Index] = content.AsSpan().SequenceEqual(call.Content)
                ? new DoorAnswer(DoorVerdict.SameAgain, answer)
                : new DoorAnswer(DoorVerdict.Conflict, answer);
        }

        await RecordConflictsAsync([.. repeated.Where(call => answers[call.Index].Verdict == DoorVerdict.Conflict)], cancellationToken);
        return isNew;
    }

    private void Write(NpgsqlBatch batch, IReadOnlyList<DoorCall> calls)
    {
        var now = time.GetUtcNow();
        var messages = new List<NewMessage>();
        var recorded = new Dictionary<string, List<RecordedMessage>>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            foreach (var record in call.Records)
            {
                var (owner, key) = (topology.OwnerOf(record.GetType()), topology.TypeOf(record).KeyOf(record));
                if (!recorded.TryGetValue(owner, out var rows)) recorded.Add(owner, rows = []);
                rows.Add(new RecordedMessage(record, DerivedId.New(now), key, Lane.Of(key), now));
            }

            foreach (var message in call.Messages) messages.Add(ToRow(message, call.Trace, now));
        }

        foreach (var (owner, rows) in recorded) recorders[owner].Record(rows, batch);
        QueueWrites.Ready(batch, messages);
    }

    private NewMessage ToRow(DoorMessage message, string? trace, DateTimeOffset now)
    {
        var type = topology.TypeOf(message.Message);
        var key = type.KeyOf(message.Message);
        var id = DerivedId.New(now);
        var schema = vocabulary.Written.Of(type);
        return new NewMessage(
            Lane.Of(key), message.Flow, id, vocabulary.Type(type), schema, vocabulary.Endpoint(topology.OwnerOf(message.Message.GetType())), key,
            ReplyTo: null, ReplyKey: null, Cause: null, Conversation: id, now, trace, type.Write(message.Message, schema));
    }

    private async Task<HashSet<(short, string)>> InsertAsync(List<Identified> calls, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(DoorCommands.InsertInbox)
            .Column(calls, call => call.Endpoint).Column(calls, call => call.Identity).Column(calls, call => call.Content).Column(calls, call => call.Answer);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var inserted = new HashSet<(short, string)>();
        while (await reader.ReadAsync(cancellationToken)) inserted.Add((reader.GetInt16(0), Convert.ToHexString(reader.GetFieldValue<byte[]>(1))));
        return inserted;
    }

    private async Task<Dictionary<(short, string), (byte[] Content, byte[] Answer)>> ReadAsync(
        List<Identified> calls, CancellationToken cancellationToken)
    {
        var distinct = calls.DistinctBy(call => call.Key).ToList();
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(DoorCommands.ReadInbox).Column(distinct, call => call.Endpoint).Column(distinct, call => call.Identity);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<(short, string), (byte[], byte[])>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(
                (reader.GetInt16(0), Convert.ToHexString(reader.GetFieldValue<byte[]>(1))),
                (reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3)));
        }

        return found;
    }

    private async Task RecordConflictsAsync(List<Identified> conflicts, CancellationToken cancellationToken)
    {
        if (conflicts.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(DoorCommands.InsertConflicts)
            .Column(conflicts, call => call.Endpoint).Column(conflicts, call => call.Identity).Column(conflicts, call => call.Content);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
