using DichVuCong.Messaging;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Lanes;

/// <summary>Loads what the claimed messages need, as <c>BatchLoader</c> does.</summary>
internal static class BatchLoad
{
    public static BatchInput Load(
        World world, VirtualHost host, DateTimeOffset now, List<Envelope> messages, IReadOnlyList<ClockFiring> firings, IReadOnlyList<Envelope> expired)
    {
        var sagas = new Dictionary<(short, string), SagaSlot>();
        var blocked = new HashSet<(int, string)>();
        var fired = new Dictionary<(short, string, string), long>();
        foreach (var message in messages)
        {
            if (world.Tables.Blocked.Contains((message.Endpoint, message.Key))) blocked.Add((message.Endpoint, message.Key));
            if (!world.Tables.Sagas.TryGetValue((message.Endpoint, message.Key), out var row)) continue;
            sagas.TryAdd((message.Endpoint, message.Key), SlotOf(world, row));
            if (message.Type == world.FiredType.Number) LoadFired(world, message, row, fired);
        }

        return new BatchInput
        {
            Now = now,
            Calendars = host.Calendars,
            Messages = messages,
            Firings = firings,
            Expired = expired,
            Sagas = sagas,
            Blocked = blocked,
            FiredClocks = fired,
            NextSagaId = world.Tables.NextSagaId,
        };
    }

    private static SagaSlot SlotOf(World world, SagaRow row)
    {
        var definition = world.Topology.Sagas[world.Vocabulary.EndpointName(row.Type)!];
        return new SagaSlot
        {
            Id = row.Id,
            Type = row.Type,
            Key = row.Key,
            Flow = row.Flow,
            Lane = row.Lane,
            Definition = definition,
            LoadedVersion = row.Version,
            Version = row.Version,
            LastNow = world.Mutation == Mutation.ForgetLastNow ? DateTimeOffset.MinValue : row.LastNow,
            // States are immutable, so the object stands for the row; now and then it is written and read, which must make no difference.
            State = world.Fate.Happens(12, "read", row.Id, row.Version) ? definition.ReadState(definition.WriteState(row.State)) : row.State,
        };
    }

    private static void LoadFired(World world, Envelope message, SagaRow row, Dictionary<(short, string, string), long> fired)
    {
        var body = (ClockFired)world.FiredType.Type.Read(message.Body);
        if (!world.Vocabulary.TryClock(body.Clock, out var name)) return;
        if (world.Mutation is Mutation.BelieveStaleFiring or Mutation.FireTwice)
        {
            fired[(message.Endpoint, message.Key, body.Clock)] = body.Serial;
        }
        else if (world.Tables.Clocks.TryGetValue((row.Id, name), out var clock) && clock.State == ClockState.Fired)
        {
            fired[(message.Endpoint, message.Key, body.Clock)] = clock.Serial;
        }
    }
}
