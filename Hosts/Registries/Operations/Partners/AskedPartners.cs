using Npgsql;

namespace DichVuCong.Registries.Operations.Partners;

/// <summary>
/// The partners that Gateways ask while somebody waits: the sources of identity and the national service platform. No line of a Worker serves them, so
/// nothing waits or is parked, and they can be neither paused nor announced to be away here; how they do is read like the others'.
/// </summary>
internal static class AskedPartners
{
    private const string List =
        """
        select n.partner,
          (select max(o.at) from identity.partner_outcome o where o.partner = n.partner and o.side is null), f.at, f.side,
          coalesce(m.calls, 0), coalesce(m.failed, 0), m.average, m.longest
        from (select distinct o.partner from identity.partner_outcome o where $1::text is null or o.partner = $1) n
        left join lateral (select o.at, o.side from identity.partner_outcome o where o.partner = n.partner and o.side is not null order by o.at desc limit 1) f on true
        left join lateral (
          select sum(m.done + m.refused + m.failed)::bigint calls, sum(m.failed)::bigint failed,
            sum(m.milliseconds)::float8 / nullif(sum(m.done + m.refused + m.failed), 0) average, max(m.longest) longest
          from identity.partner_minute m where m.partner = n.partner and m.minute > clock_timestamp() - interval '5 minutes') m on true
        order by n.partner
        """;

    private const string Outcomes = "select o.kind, o.at, o.side, o.reason, o.milliseconds from identity.partner_outcome o where o.partner = $1 order by o.kind";

    private const string Minutes =
        """
        select m.minute, (m.done + m.refused)::bigint, m.failed::bigint, m.milliseconds::float8 / greatest(1, m.done + m.refused + m.failed)
        from identity.partner_minute m where m.partner = $1 and m.minute > clock_timestamp() - interval '1 hour' order by m.minute
        """;

    /// <summary>All of them, or one.</summary>
    public static async Task<IReadOnlyList<PartnerView>> ListAsync(NpgsqlDataSource database, string? partner, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.Add(new() { Value = (object?)partner ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var views = new List<PartnerView>();
        while (await reader.ReadAsync(cancellationToken)) views.Add(Read(reader));
        return views;
    }

    /// <summary>Everything about one; null when there is none.</summary>
    public static async Task<PartnerDetail?> FindAsync(NpgsqlDataSource database, string partner, string[] kinds, CancellationToken cancellationToken)
    {
        if (await ListAsync(database, partner, cancellationToken) is not [var view]) return null;
        var outcomes = new List<LastOutcome>();
        await using (var command = database.CreateCommand(Outcomes))
        {
            command.Parameters.Add(new() { Value = partner });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                outcomes.Add(new LastOutcome(
                    kinds[reader.GetInt16(0) - 1], reader.GetFieldValue<DateTimeOffset>(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3), reader.GetInt32(4)));
            }
        }

        var minutes = new List<PartnerMinute>();
        await using (var command = database.CreateCommand(Minutes))
        {
            command.Parameters.Add(new() { Value = partner });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                minutes.Add(new PartnerMinute(reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetDouble(3)));
            }
        }

        return new PartnerDetail(view, outcomes, minutes, Pause: null, Limits: null);
    }

    private static PartnerView Read(NpgsqlDataReader reader) => new()
    {
        Partner = reader.GetString(0),
        IsServed = true,
        IsPaused = false,
        Circuit = "closed",
        Waiting = 0,
        Later = 0,
        Held = 0,
        Parked = 0,
        LastAnswer = reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1),
        LastFault = reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2),
        FaultSide = reader.IsDBNull(3) ? null : reader.GetString(3),
        Calls = reader.GetInt64(4),
        Failed = reader.GetInt64(5),
        Average = reader.IsDBNull(6) ? null : reader.GetDouble(6),
        Longest = reader.IsDBNull(7) ? null : reader.GetInt32(7),
    };
}
