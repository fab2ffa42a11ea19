using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>The statements of units' requests, and of what the one-stop systems said.</summary>
internal static class RequestWrites
{
    private const string UpsertRequests =
        """
        insert into account.request (account, id, kind, agency, state, complete_at, deadline, overdue)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8) u
        on conflict (account, id) do update
          set state = excluded.state, deadline = excluded.deadline, overdue = excluded.overdue, updated_at = now()
        """;

    private const string UpsertPushes =
        """
        insert into account.push (account, system, version, state, reason, at) select u.* from unnest($1, $2, $3, $4, $5, $6) u
        on conflict (account, system, version) do update set state = excluded.state, reason = excluded.reason, at = excluded.at
        """;

    public static void Requests(NpgsqlBatch batch, List<Recorded<UpdateRequestRow>> updates)
    {
        if (updates.Count == 0) return;
        var rows = PaymentRecorder.LastOf(updates, row => $"{row.Account}\n{row.Request}");
        batch.Append(UpsertRequests)
            .Column(rows, row => row.Body.Account.Value)
            .Column(rows, row => row.Body.Request)
            .Column(rows, row => (short)row.Body.Kind)
            .Column(rows, row => row.Body.Agency.Value)
            .Column(rows, row => (short)row.Body.State)
            .Column(rows, row => row.Body.CompleteAt.UtcDateTime)
            .Column(rows, row => row.Body.Deadline.UtcDateTime)
            .Column(rows, row => row.Body.Overdue);
    }

    public static void Pushes(NpgsqlBatch batch, List<Recorded<UpdatePushRow>> updates)
    {
        if (updates.Count == 0) return;
        var rows = PaymentRecorder.LastOf(updates, row => $"{row.Account}\n{row.System}\n{row.Version:D10}");
        batch.Append(UpsertPushes)
            .Column(rows, row => row.Body.Account.Value)
            .Column(rows, row => row.Body.System)
            .Column(rows, row => row.Body.Version)
            .Column(rows, row => (short)row.Body.State)
            .Column(rows, row => row.Body.Reason)
            .Column(rows, row => row.Body.At.UtcDateTime);
    }
}
