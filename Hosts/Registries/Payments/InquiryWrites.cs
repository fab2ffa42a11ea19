using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>The statements of differences, of the inquiries on them, and of what was said in them.</summary>
internal static class InquiryWrites
{
    private const string UpsertInquiries =
        """
        insert into payment.inquiry (difference, transaction_no, day, state, state_since, answers, deadline, claim_until, carried_to, overdue)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) u
        on conflict (difference) do update
          set state = excluded.state, state_since = excluded.state_since, answers = excluded.answers, deadline = excluded.deadline,
            claim_until = excluded.claim_until, carried_to = excluded.carried_to, overdue = excluded.overdue, updated_at = now()
        """;

    private const string InsertSteps =
        """
        insert into payment.inquiry_step (difference, id, step, said, by_account, at) select u.* from unnest($1, $2, $3, $4, $5, $6) u
        on conflict (difference, id) do nothing
        """;

    private const string InsertDifferences =
        """
        insert into payment.difference (id, kind, partner, reference, agency, transaction_no, day, expected, found, deadline, found_at)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) u
        on conflict (id) do nothing
        """;

    public static void Inquiries(NpgsqlBatch batch, List<Recorded<UpdateInquiryRow>> updates)
    {
        if (updates.Count == 0) return;
        var rows = PaymentRecorder.LastOf(updates, row => row.Difference);
        batch.Append(UpsertInquiries)
            .Column(rows, row => row.Body.Difference)
            .Column(rows, row => row.Body.TransactionNo)
            .Column(rows, row => row.Body.Day)
            .Column(rows, row => (short)row.Body.State)
            .Column(rows, row => row.Body.Since.UtcDateTime)
            .Column(rows, row => (short)row.Body.Answers)
            .Column(rows, row => row.Body.Deadline.UtcDateTime)
            .Column(rows, row => row.Body.ClaimUntil.UtcDateTime)
            .Column(rows, row => row.Body.CarriedTo)
            .Column(rows, row => row.Body.Overdue);
    }

    public static void Steps(NpgsqlBatch batch, List<Recorded<KeepInquiryStep>> steps)
    {
        if (steps.Count == 0) return;
        var rows = steps.OrderBy(row => row.Body.Difference, StringComparer.Ordinal).ThenBy(row => row.Envelope.Id).ToList();
        batch.Append(InsertSteps)
            .Column(rows, row => row.Body.Difference)
            .Column(rows, row => row.Envelope.Id)
            .Column(rows, row => (short)row.Body.Step)
            .Column(rows, row => row.Body.Text)
            .Column(rows, row => row.Body.By)
            .Column(rows, row => row.Body.At.UtcDateTime);
    }

    public static void Differences(NpgsqlBatch batch, List<Recorded<PaymentDifferenceFound>> found)
    {
        if (found.Count == 0) return;
        var rows = PaymentRecorder.LastOf(found, row => row.Difference);
        batch.Append(InsertDifferences)
            .Column(rows, row => row.Body.Difference)
            .Column(rows, row => (short)row.Body.Kind)
            .Column(rows, row => row.Body.Partner)
            .Column(rows, row => row.Body.Reference?.Value)
            .Column(rows, row => row.Body.Agency?.Value)
            .Column(rows, row => row.Body.TransactionNo)
            .Column(rows, row => row.Body.Day)
            .Column(rows, row => row.Body.Expected.Amount)
            .Column(rows, row => row.Body.Found.Amount)
            .Column(rows, row => row.Body.Deadline.UtcDateTime)
            .Column(rows, row => row.Envelope.At.UtcDateTime);
    }
}
