using System.Text.Json;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Naming;
using Npgsql;

namespace DichVuCong.Runtime.Shrinking;

/// <summary>What one run did.</summary>
/// <param name="Looked">Sagas looked at.</param>
/// <param name="Shrunk">Sagas whose state is small now.</param>
/// <param name="Later">Sagas that are looked at again: they are not finished, or not for long enough.</param>
public sealed record ShrinkRun(long Looked, long Shrunk, long Later);

/// <summary>
/// Shrinks the states of sagas that finished long ago. It walks through the sagas by number, which rise with time, once; those that are still open
/// come again on a day of their own. Whatever is interrupted is done again, and changes nothing the second time.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="topology">The sagas and their small forms.</param>
/// <param name="vocabulary">The names of saga types.</param>
/// <param name="days">Days after a saga's last decision after which its state shrinks.</param>
public sealed class SagaShrinker(NpgsqlDataSource database, Topology topology, Vocabulary vocabulary, int days)
{
    /// <summary>Sagas of one slice.</summary>
    private const int Slice = 2000;

    /// <summary>Most dossiers take no longer: the walk comes by so many days later than it could, and finds few that are still open.</summary>
    public const int UsualLife = 30;

    private readonly ShrinkWrites _writes = new(database);

    /// <summary>Goes on where the last run ended, until nothing is left for today.</summary>
    public async Task<ShrinkRun> RunAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenConnectionAsync(cancellationToken);
        if (!await ShrinkWrites.TryBeginAsync(session, cancellationToken)) return new ShrinkRun(0, 0, 0);
        try
        {
            var today = await _writes.NoteDayAsync(cancellationToken);
            var run = new ShrinkRun(0, 0, 0);
            while (await _writes.WalkAsync(today.AddDays(-days - UsualLife), Slice, cancellationToken) is { Count: > 0 } sagas)
            {
                var later = await LookAtAsync(sagas, today, cancellationToken);
                await _writes.AdvanceAsync(sagas[^1].Id, later, cancellationToken);
                run = Add(run, sagas, later);
            }

            while (await _writes.DueAsync(today, Slice, cancellationToken) is { Places.Count: > 0 } due)
            {
                var later = await LookAtAsync(due.Sagas, today, cancellationToken);
                await _writes.ComeBackAsync(due.Places, later, cancellationToken);
                run = Add(run, due.Sagas, later);
            }

            return run with { Shrunk = _writes.Shrunk };
        }
        finally
        {
            // Not cancellable: a pooled connection must not go back with the lock.
            await ShrinkWrites.EndAsync(session);
        }
    }

    private static ShrinkRun Add(ShrinkRun run, IReadOnlyList<StoredSaga> sagas, IReadOnlyList<(DateOnly, long)> later) =>
        run with { Looked = run.Looked + sagas.Count, Later = run.Later + later.Count };

    /// <summary>Shrinks what can be shrunk, lane by lane.</summary>
    /// <returns>The others, and the day on which each is looked at again.</returns>
    private async Task<IReadOnlyList<(DateOnly Day, long Saga)>> LookAtAsync(IReadOnlyList<StoredSaga> sagas, DateOnly today, CancellationToken cancellationToken)
    {
        var later = new List<(DateOnly, long)>();
        var small = new List<(StoredSaga Saga, byte[] State)>();
        foreach (var saga in sagas)
        {
            if (vocabulary.EndpointName(saga.Type) is not { } endpoint || !topology.Sagas.TryGetValue(endpoint, out var definition) || !definition.CanShrink(saga.State)) continue;
            var state = Shrink(definition, saga);
            var day = DateOnly.FromDateTime(saga.LastNow.UtcDateTime).AddDays(days);
            if (state is null) later.Add((today.AddDays(UsualLife), saga.Id));
            else if (day >= today) later.Add((day.AddDays(1), saga.Id));
            else small.Add((saga, state));
        }

        foreach (var lane in small.GroupBy(row => Lane.Of(row.Saga.Key)).OrderBy(lane => lane.Key))
        {
            var rows = lane.OrderBy(row => row.Saga.Id).ToList();
            var done = await _writes.WriteAsync(lane.Key, rows, cancellationToken);
            later.AddRange(rows.Where(row => !done.Contains(row.Saga.Id)).Select(row => (today.AddDays(days), row.Saga.Id)));
        }

        return later;
    }

    /// <summary>A state that this build cannot read is none of its business.</summary>
    private static byte[]? Shrink(SagaDefinition definition, StoredSaga saga)
    {
        try
        {
            return definition.ShrinkState(saga.State, saga.Schema);
        }
        catch (Exception failure) when (failure is JsonException or SchemaNotUnderstoodException)
        {
            return null;
        }
    }
}

/// <summary>A saga as it is stored.</summary>
internal sealed record StoredSaga(long Id, short Type, string Key, int Version, DateTimeOffset LastNow, byte[] State, short Schema);
