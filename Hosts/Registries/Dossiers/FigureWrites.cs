using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>The statements of the daily figures and of the notices' ends.</summary>
internal static class FigureWrites
{
    /// <summary>Adds up the batch's counts; each row belongs to a lane of the batch, so nobody else can be writing it.</summary>
    public static void Count(NpgsqlBatch batch, List<Recorded<CountFigure>> counts)
    {
        if (counts.Count == 0) return;
        var sums = new Dictionary<(string Agency, DateOnly Day, DailyFigure Figure, short Lane), long>();
        foreach (var count in counts)
        {
            var key = (count.Body.Agency.Value, count.Body.Day, count.Body.Figure, count.Envelope.Lane);
            sums[key] = sums.GetValueOrDefault(key) + count.Body.By;
        }

        var rows = sums.Where(row => row.Value != 0)
            .OrderBy(row => row.Key.Agency, StringComparer.Ordinal).ThenBy(row => row.Key.Day).ThenBy(row => row.Key.Figure).ThenBy(row => row.Key.Lane)
            .ToList();
        if (rows.Count == 0) return;
        batch.Append(
                """
                insert into dossier.daily (agency, day, figure, lane, amount) select * from unnest($1, $2, $3, $4, $5)
                on conflict (agency, day, figure, lane) do update set amount = dossier.daily.amount + excluded.amount
                """)
            .Column(rows, row => row.Key.Agency)
            .Column(rows, row => row.Key.Day)
            .Column(rows, row => (short)row.Key.Figure)
            .Column(rows, row => row.Key.Lane)
            .Column(rows, row => row.Value);
    }

    public static void Notices(NpgsqlBatch batch, List<Recorded<KeepNotice>> notices)
    {
        if (notices.Count == 0) return;
        var last = new Dictionary<(DossierCode, string, NoticeChannels), Recorded<KeepNotice>>();
        foreach (var notice in notices) last[(notice.Body.Dossier, notice.Body.Occasion, notice.Body.Channel)] = notice;
        var rows = last.Values.OrderBy(row => row.Body.Dossier.Value, StringComparer.Ordinal)
            .ThenBy(row => row.Body.Occasion, StringComparer.Ordinal).ThenBy(row => row.Body.Channel).ToList();
        batch.Append(
                """
                insert into dossier.notice (code, occasion, channel, state, reason, at) select * from unnest($1, $2, $3, $4, $5, $6)
                on conflict (code, occasion, channel) do update set state = excluded.state, reason = excluded.reason, at = excluded.at
                """)
            .Column(rows, row => row.Body.Dossier.Value)
            .Column(rows, row => row.Body.Occasion)
            .Column(rows, row => (short)row.Body.Channel)
            .Column(rows, row => (short)row.Body.State)
            .Column(rows, row => row.Body.Reason)
            .Column(rows, row => row.Envelope.At.UtcDateTime);
    }
}
