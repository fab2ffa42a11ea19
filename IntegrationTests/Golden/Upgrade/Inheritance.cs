using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Runtime.Doors;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Golden.Tests.Upgrade;

/// <summary>What the older build left behind.</summary>
/// <param name="Dossiers">Every dossier, with its state and its system.</param>
/// <param name="Calls">Every call that the door remembers, with its answer.</param>
/// <param name="Marked">The ids of the calls that were out.</param>
/// <param name="Rows">How many rows there are of what is kept for ever.</param>
internal sealed record Inheritance(
    IReadOnlyList<(DossierCode Code, DossierState State, string? System)> Dossiers,
    IReadOnlyList<(CallIdentity Identity, byte[] Answer)> Calls,
    IReadOnlyList<Guid> Marked,
    IReadOnlyDictionary<string, long> Rows)
{
    private static readonly string[] Kept =
        ["dossier.dossier", "dossier.content", "dossier.history", "dossier.feed", "dossier.flag", "dossier.raw_body", "dossier.viewed", "bus.journal", "bus.doubt", "bus.conflict"];

    /// <summary>Everything that may stand in somebody's way in the middle of a system's life.</summary>
    public static IReadOnlyList<string> Queues { get; } =
        ["bus.ready", "bus.outbound", "bus.attempt", "bus.later", "bus.held", "bus.parked", "bus.blocked", "bus.waiting"];

    public static async Task<Inheritance> ReadAsync(TestDatabase database)
    {
        var dossiers = await ListAsync(
            database, "select code, state, system from dossier.dossier order by code",
            row => (DossierCode.Parse(row.GetString(0)), (DossierState)row.GetInt16(1), row.IsDBNull(2) ? null : row.GetString(2)));
        var calls = await ListAsync(
            database, "select w.name, i.identity, i.content, i.answer from bus.inbox i join bus.word w on w.id = i.endpoint",
            row => (new CallIdentity(row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)), row.GetFieldValue<byte[]>(3)));
        var marked = await ListAsync(
            database, "select o.id from bus.attempt a join bus.outbound o on o.line = a.line and o.seq = a.seq", row => row.GetGuid(0));
        return new Inheritance(dossiers, calls, marked, await CountAsync(database, Kept));
    }

    public static async Task<Dictionary<string, long>> CountAsync(TestDatabase database, IEnumerable<string> tables)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables) counts.Add(table, await database.ScalarAsync<long>(string.Create(CultureInfo.InvariantCulture, $"select count(*) from {table}")));
        return counts;
    }

    private static async Task<List<T>> ListAsync<T>(TestDatabase database, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = database.Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }
}
