using System.Text.Json;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>Loads what the claimed messages need - closed keys, sagas, fired clocks - in one round trip.</summary>
internal static class BatchLoader
{
    public static async Task<BatchInput> LoadAsync(
        RuntimeContext context, NpgsqlBatch batch, Claimed claim, DateTimeOffset now, IReadOnlyDictionary<Guid, string> condemned,
        CancellationToken cancellationToken)
    {
        var keys = claim.Messages.Select(message => (message.Endpoint, message.Key)).Distinct()
            .OrderBy(key => key.Endpoint).ThenBy(key => key.Key, StringComparer.Ordinal).ToList();
        var fired = FiredAmong(context, claim.Messages);
        batch.Append(LaneCommands.LoadBlocked).Column(keys, key => (int)key.Endpoint).Column(keys, key => key.Key);
        batch.Append(LaneCommands.LoadSagas).Column(keys, key => key.Endpoint).Column(keys, key => key.Key);
        if (fired.Count > 0)
        {
            batch.Append(LaneCommands.LoadFiredClocks)
                .Column(fired, row => row.Endpoint).Column(fired, row => row.Key).Column(fired, row => row.Clock);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var blocked = new List<(int, string)>();
        while (await reader.ReadAsync(cancellationToken)) blocked.Add((reader.GetInt32(0), reader.GetString(1)));
        await reader.NextResultAsync(cancellationToken);
        var sagas = await ReadSagasAsync(context, reader, cancellationToken);
        var clocks = new Dictionary<(short, string, string), long>();
        if (await reader.NextResultAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                clocks[(reader.GetInt16(0), reader.GetString(1), context.Vocabulary.ClockName(reader.GetInt16(2)))] = reader.GetInt64(3);
            }
        }

        var strangers = claim.Messages.Select(message => (message.Endpoint, message.Key)).Distinct().Count(place => !sagas.ContainsKey(place));
        var ids = await context.SagaIds.TakeAsync(strangers, cancellationToken);
        return new BatchInput
        {
            Now = now,
            Calendars = context.Calendars.Current,
            Messages = claim.Messages,
            Firings = claim.Firings,
            Expired = claim.Expired,
            Sagas = sagas,
            Blocked = blocked,
            FiredClocks = clocks,
            Condemned = condemned,
            NextSagaId = ids.Dequeue,
        };
    }

    private static async Task<Dictionary<(short Type, string Key), SagaSlot>> ReadSagasAsync(
        RuntimeContext context, NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var sagas = new Dictionary<(short Type, string Key), SagaSlot>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (type, key) = (reader.GetInt16(1), reader.GetString(2));
            // A saga type that only a newer build knows: its messages are held for that build, so the state is not needed.
            if (context.Vocabulary.EndpointName(type) is not { } endpoint || !context.Topology.Sagas.TryGetValue(endpoint, out var definition)) continue;
            var version = reader.GetInt32(4);
            sagas.Add((type, key), new SagaSlot
            {
                Id = reader.GetInt64(0),
                Type = type,
                Key = key,
                Flow = reader.GetInt32(3),
                Lane = Lane.Of(key),
                Definition = definition,
                LoadedVersion = version,
                Version = version,
                LastNow = reader.GetFieldValue<DateTimeOffset>(6),
                Stored = new StoredState(reader.GetInt16(5), reader.GetFieldValue<byte[]>(7)),
            });
        }

        return sagas;
    }

    private static List<(short Endpoint, string Key, short Clock)> FiredAmong(RuntimeContext context, IReadOnlyList<Envelope> messages)
    {
        var firedType = context.FiredType;
        var fired = new List<(short, string, short)>();
        foreach (var message in messages)
        {
            if (message.Type != firedType.Number) continue;
            if (TryRead(firedType.Type, message) is { } body && context.Vocabulary.TryClock(body.Clock, out var number))
            {
                fired.Add((message.Endpoint, message.Key, number));
            }
        }

        return fired;
    }

    /// <summary>A body that cannot be read - an operator may have edited it - is met again, and parked, when it is decided on.</summary>
    private static ClockFired? TryRead(MessageType type, Envelope message)
    {
        try
        {
            return (ClockFired)type.Read(message.Body, message.Schema);
        }
        catch (Exception failure) when (failure is JsonException or SchemaNotUnderstoodException)
        {
            return null;
        }
    }
}
