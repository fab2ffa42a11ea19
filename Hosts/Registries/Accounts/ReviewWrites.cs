using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>The statements of the agencies' reviews.</summary>
internal static class ReviewWrites
{
    private const string UpsertReviews =
        """
        insert into account.review (agency, due, overdue, last_on) select u.* from unnest($1, $2, $3, $4) u
        on conflict (agency) do update set due = excluded.due, overdue = excluded.overdue, last_on = excluded.last_on, updated_at = now()
        """;

    private const string InsertResults =
        """
        insert into account.review_result (agency, reviewed_on, kept, changed, by_account, document_number, document_date, document_file, at)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) u
        on conflict (agency, reviewed_on) do nothing
        """;

    public static void Reviews(NpgsqlBatch batch, List<Recorded<UpdateReviewRow>> updates)
    {
        if (updates.Count == 0) return;
        var rows = PaymentRecorder.LastOf(updates, row => row.Agency.Value);
        batch.Append(UpsertReviews)
            .Column(rows, row => row.Body.Agency.Value)
            .Column(rows, row => row.Body.Due.UtcDateTime)
            .Column(rows, row => row.Body.Overdue)
            .Column(rows, row => row.Body.LastOn);
    }

    public static void Results(NpgsqlBatch batch, List<Recorded<KeepReviewRow>> results)
    {
        if (results.Count == 0) return;
        var rows = results.Select(row => row.Body).OrderBy(row => row.Agency.Value, StringComparer.Ordinal).ThenBy(row => row.ReviewedOn).ToList();
        batch.Append(InsertResults)
            .Column(rows, row => row.Agency.Value)
            .Column(rows, row => row.ReviewedOn)
            .Column(rows, row => row.Kept)
            .Column(rows, row => row.Changed)
            .Column(rows, row => row.By)
            .Column(rows, row => row.Result.Number)
            .Column(rows, row => row.Result.Date)
            .Column(rows, row => row.Result.File)
            .Column(rows, row => row.At.UtcDateTime);
    }
}
