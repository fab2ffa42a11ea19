using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lines;

/// <summary>A partner's line as it is declared.</summary>
/// <param name="Partner">The partner's name: <c>onestop:H29</c>, <c>sms</c>.</param>
/// <param name="Shards">How many lines it has; keys are spread over them. It can only grow, and only while the lines are empty.</param>
/// <param name="Limits">What it can bear.</param>
public sealed record LineDeclaration(string Partner, short Shards, LineLimits Limits);

/// <summary>A time in which a partner is announced to be out of service: it is not called then.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="From">Begins.</param>
/// <param name="To">Ends.</param>
/// <param name="Announcement">The announcement.</param>
public sealed record LineWindow(string Partner, DateTimeOffset From, DateTimeOffset To, string Announcement);

/// <summary>The lines that exist: declared when a host starts or the catalogue changes, read again every few seconds.</summary>
public sealed class LineDirectory(NpgsqlDataSource database) : ILineDirectory
{
    private volatile FrozenDictionary<string, LineSettings[]> _byPartner = FrozenDictionary<string, LineSettings[]>.Empty;

    /// <summary>All lines.</summary>
    internal IEnumerable<LineSettings> All => _byPartner.Values.SelectMany(lines => lines);

    /// <summary>Adds lines that are missing and brings the limits of the others up to date.</summary>
    public async Task DeclareAsync(IReadOnlyCollection<LineDeclaration> declarations, CancellationToken cancellationToken)
    {
        var rows = declarations
            .SelectMany(line => Enumerable.Range(0, line.Shards).Select(shard => (line.Partner, Shard: (short)shard, line.Limits)))
            .OrderBy(row => row.Partner, StringComparer.Ordinal).ThenBy(row => row.Shard)
            .ToList();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(
                """
                with declared as (select * from unnest($1, $2, $3) d(partner, shard, limits)),
                updated as (
                  update bus.line l set limits = d.limits::jsonb from declared d
                  where l.partner = d.partner and l.shard = d.shard and l.limits is distinct from d.limits::jsonb returning l.id)
                insert into bus.line (partner, shard, limits)
                select d.partner, d.shard, d.limits::jsonb from declared d
                where not exists (select from bus.line l where l.partner = d.partner and l.shard = d.shard)
                on conflict (partner, shard) do nothing
                """)
            .Column(rows, row => row.Partner)
            .Column(rows, row => row.Shard)
            .Column(rows, row => JsonSerializer.Serialize(row.Limits, LineJson.Default.LineLimits));
        batch.Append(
            """
            insert into bus.lane (lane, batch, hash)
            select (-l.id)::smallint, 0, sha256(('line ' || l.id)::bytea) from bus.line l
            where not exists (select from bus.lane c where c.lane = (-l.id)::smallint)
            on conflict (lane) do nothing
            """);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await ReloadAsync(cancellationToken);
    }

    /// <summary>Makes these the maintenance windows of all lines.</summary>
    public async Task SetWindowsAsync(IReadOnlyCollection<LineWindow> windows, CancellationToken cancellationToken)
    {
        var rows = windows.OrderBy(window => window.Partner, StringComparer.Ordinal).ThenBy(window => window.From).ToList();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(
                """
                with wanted as (
                  select l.id, w.starts_at, w.ends_at, w.announcement
                  from unnest($1, $2, $3, $4) w(partner, starts_at, ends_at, announcement) join bus.line l on l.partner = w.partner),
                gone as (
                  delete from bus.line_window o where not exists (select from wanted w where w.id = o.line and w.starts_at = o.starts_at))
                insert into bus.line_window (line, starts_at, ends_at, announcement) select * from wanted
                on conflict (line, starts_at) do update set ends_at = excluded.ends_at, announcement = excluded.announcement
                """)
            .Column(rows, row => row.Partner)
            .Column(rows, row => row.From.UtcDateTime)
            .Column(rows, row => row.To.UtcDateTime)
            .Column(rows, row => row.Announcement);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await ReloadAsync(cancellationToken);
    }

    /// <summary>Reads the lines again.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select l.id, l.partner, l.shard, l.limits::text, l.stopped,
              array(select w.starts_at from bus.line_window w where w.line = l.id and w.ends_at > now() order by w.starts_at),
              array(select w.ends_at from bus.line_window w where w.line = l.id and w.ends_at > now() order by w.starts_at)
            from bus.line l order by l.partner, l.shard
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<LineSettings>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var limits = reader.IsDBNull(3) ? null : JsonSerializer.Deserialize(reader.GetString(3), LineJson.Default.LineLimits);
            var windows = reader.GetFieldValue<DateTimeOffset[]>(5).Zip(reader.GetFieldValue<DateTimeOffset[]>(6)).ToArray();
            lines.Add(new LineSettings(
                reader.GetInt32(0), reader.GetString(1), reader.GetInt16(2), limits ?? LineLimits.Default, reader.GetBoolean(4), windows));
        }

        _byPartner = lines.GroupBy(line => line.Partner, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    int? ILineDirectory.LineFor(string partner, string key) =>
        _byPartner.TryGetValue(partner, out var shards) ? shards[Lane.Of(key) % shards.Length].Id : null;
}

/// <summary>A line as it is served.</summary>
internal sealed record LineSettings(
    int Id, string Partner, short Shard, LineLimits Limits, bool Stopped, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Windows)
{
    /// <summary>Whether the partner may be called now.</summary>
    public bool IsOpenAt(DateTimeOffset now) => !Stopped && !Windows.Any(window => window.From <= now && now < window.To);
}

/// <summary>How limits are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LineLimits))]
internal sealed partial class LineJson : JsonSerializerContext;
