using DichVuCong.Runtime.Lines;
using Npgsql;

namespace DichVuCong.Registries.Operations.Partners;

/// <summary>The rows of maintenance windows: one-stop systems' in the catalogue, the others' beside it.</summary>
internal sealed class MaintenanceRows(NpgsqlConnection connection, NpgsqlTransaction transaction, string partner)
{
    /// <summary>Windows that are not over; an announcement counts while it is of the window as it is now.</summary>
    public const string List =
        """
        select w.partner, w.starts, w.ends, w.announcement, a.announced_at, a.announced_by, a.channel, w.owner
        from (
          select 'onestop:' || m.system partner, m.starts, m.ends, m.announcement, s.owner
          from catalogue.maintenance_window m join catalogue.one_stop_system s on s.code = m.system
          union all select partner, starts, ends, announcement, null from operations.partner_window) w
        left join operations.window_announcement a on a.partner = w.partner and a.starts = w.starts and a.ends = w.ends
        where w.ends > $2 and ($1::text is null or w.partner = $1)
        order by w.starts, w.partner
        """;

    private readonly string _table = PartnerPlace.SystemOf(partner) is null ? "operations.partner_window" : "catalogue.maintenance_window";
    private readonly string _column = PartnerPlace.SystemOf(partner) is null ? "partner" : "system";
    private readonly string _key = PartnerPlace.SystemOf(partner) ?? partner;

    /// <summary>The windows of partners that are no one-stop systems, for the runtime's lines.</summary>
    public static async Task<IReadOnlyList<LineWindow>> OthersAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select partner, starts, ends, announcement from operations.partner_window");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var windows = new List<LineWindow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            windows.Add(new LineWindow(reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3)));
        }

        return windows;
    }

    public async Task<bool> OverlapsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await using var command = Command($"select exists (select from {_table} where {_column} = $1 and starts < $3 and ends > $2)", from, to);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task InsertAsync(DateTimeOffset from, DateTimeOffset to, string announcement, CancellationToken cancellationToken)
    {
        await using var command = Command($"insert into {_table} ({_column}, starts, ends, announcement) values ($1, $2, $3, $4)", from, to);
        command.Parameters.Add(new() { Value = announcement });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<bool> RemoveAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        await using var command = Command($"delete from {_table} where {_column} = $1 and starts = $2", from);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    public async Task<bool> AnnounceAsync(DateTimeOffset from, DateTimeOffset at, string by, int days, string channel, CancellationToken cancellationToken)
    {
        await using var command = Command(
            $"""
            insert into operations.window_announcement (partner, starts, ends, announced_at, announced_by, working_days, channel)
            select $3, w.starts, w.ends, $4, $5, $6, $7 from {_table} w where w.{_column} = $1 and w.starts = $2
            on conflict (partner, starts) do update set ends = excluded.ends, announced_at = excluded.announced_at, announced_by = excluded.announced_by,
              working_days = excluded.working_days, channel = excluded.channel
            """,
            from);
        foreach (var value in new object[] { partner, at.UtcDateTime, by, days, channel }) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private NpgsqlCommand Command(string sql, params DateTimeOffset[] times)
    {
        var command = new NpgsqlCommand(sql, connection, transaction) { Parameters = { new() { Value = _key } } };
        foreach (var instant in times) command.Parameters.Add(new() { Value = instant.UtcDateTime });
        return command;
    }
}
