using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>The statement that keeps the payments that were begun here.</summary>
internal static class AttemptWrites
{
    private const string Insert =
        "insert into payment.attempt (reference, partner, started_at, account) select * from unnest($1, $2, $3, $4) on conflict do nothing";

    public static void Keep(NpgsqlBatch batch, List<Recorded<KeepAttempt>> attempts)
    {
        if (attempts.Count == 0) return;
        var rows = attempts.Select(row => row.Body).OrderBy(row => row.Reference.Value, StringComparer.Ordinal)
            .ThenBy(row => row.Partner, StringComparer.Ordinal).ThenBy(row => row.StartedAt).ToList();
        batch.Append(Insert)
            .Column(rows, row => row.Reference.Value)
            .Column(rows, row => row.Partner)
            .Column(rows, row => row.StartedAt.UtcDateTime)
            .Column(rows, row => row.Account);
    }
}
