using System.Text.Json;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Scopes;

/// <summary>The statements of scopes, their conflicts, and comparisons.</summary>
internal static class ScopeWrites
{
    private const string UpsertScopes =
        """
        insert into account.scope (system, account, procedure, granted, life, said_at, by_account, conflict, register, state, reason, updated_at)
        select u.system, u.account, u.procedure, u.granted, u.life, u.said_at, u.by_account, u.conflict, u.register::jsonb, u.state, u.reason, u.at
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
          u(system, account, procedure, granted, life, said_at, by_account, conflict, register, state, reason, at)
        on conflict (system, account, procedure) do update set
          granted = excluded.granted, life = excluded.life, said_at = excluded.said_at, by_account = excluded.by_account, conflict = excluded.conflict,
          register = excluded.register, state = excluded.state, reason = excluded.reason, updated_at = excluded.updated_at,
          tx = excluded.tx, id = default
        """;

    private const string DeleteScopes =
        "delete from account.scope s using unnest($1, $2, $3) u(system, account, procedure) where (s.system, s.account, s.procedure) = (u.system, u.account, u.procedure)";

    private const string InsertConflicts =
        """
        insert into account.scope_conflict (system, account, procedure, event, words, granted, at)
        select u.system, u.account, u.procedure, u.event, u.words::jsonb, u.granted, u.at
        from unnest($1, $2, $3, $4, $5, $6, $7) u(system, account, procedure, event, words, granted, at)
        on conflict do nothing
        """;

    private const string UpsertComparisons =
        """
        insert into account.comparison (system, agency, run, state, ours, theirs, differing, found, at)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) u
        on conflict (system, agency) do update set
          run = excluded.run, state = excluded.state, ours = coalesce(excluded.ours, account.comparison.ours),
          theirs = coalesce(excluded.theirs, account.comparison.theirs), differing = excluded.differing, found = excluded.found, at = excluded.at
        """;

    public static void Scopes(NpgsqlBatch batch, List<Recorded<UpdateScopeRow>> updates)
    {
        if (updates.Count == 0) return;
        var last = PaymentRecorder.LastOf(updates, row => $"{row.System}\n{row.Change.Account}\n{row.Change.Procedure}").ConvertAll(row => row.Body);
        var gone = last.FindAll(row => row.Change.Register.Words.Count == 0);
        if (gone.Count > 0)
        {
            batch.Append(DeleteScopes)
                .Column(gone, row => row.System)
                .Column(gone, row => row.Change.Account.Value)
                .Column(gone, row => row.Change.Procedure.Value);
        }

        var rows = last.FindAll(row => row.Change.Register.Words.Count > 0).ConvertAll(row => (Row: row, Grant: ScopeMerge.Grant(row.Change.Register)));
        if (rows.Count == 0) return;
        batch.Append(UpsertScopes)
            .Column(rows, row => row.Row.System)
            .Column(rows, row => row.Row.Change.Account.Value)
            .Column(rows, row => row.Row.Change.Procedure.Value)
            .Column(rows, row => row.Grant is not null)
            .Column(rows, row => row.Grant?.Life.ToWire())
            .Column(rows, row => row.Grant?.At.ToWire())
            .Column(rows, row => (row.Grant ?? row.Row.Change.Register.Words[^1]).By)
            .Column(rows, row => row.Row.Conflict)
            .Column(rows, row => JsonSerializer.Serialize(row.Row.Change, ScopeJson.Default.ScopeChange))
            .Column(rows, row => (short)row.Row.State)
            .Column(rows, row => row.Row.Reason)
            .Column(rows, row => row.Row.At.UtcDateTime);
    }

    public static void Conflicts(NpgsqlBatch batch, List<Recorded<ScopeConflictFound>> conflicts)
    {
        if (conflicts.Count == 0) return;
        var rows = conflicts.OrderBy(row => row.Body.System, StringComparer.Ordinal).ThenBy(row => row.Body.Account.Value, StringComparer.Ordinal)
            .ThenBy(row => row.Body.Procedure.Value, StringComparer.Ordinal).ThenBy(row => row.Envelope.Id).ToList();
        batch.Append(InsertConflicts)
            .Column(rows, row => row.Body.System)
            .Column(rows, row => row.Body.Account.Value)
            .Column(rows, row => row.Body.Procedure.Value)
            .Column(rows, row => row.Envelope.Id)
            .Column(rows, row => JsonSerializer.Serialize(row.Body.Words, ScopeJson.Default.IReadOnlyListScopeWord))
            .Column(rows, row => row.Body.Granted)
            .Column(rows, row => row.Envelope.At.UtcDateTime);
    }

    public static void Comparisons(NpgsqlBatch batch, List<Recorded<UpdateComparisonRow>> updates)
    {
        if (updates.Count == 0) return;
        var rows = PaymentRecorder.LastOf(updates, row => $"{row.System}\n{row.Agency}");
        batch.Append(UpsertComparisons)
            .Column(rows, row => row.Body.System)
            .Column(rows, row => row.Body.Agency.Value)
            .Column(rows, row => row.Body.Run)
            .Column(rows, row => (short)row.Body.State)
            .Column(rows, row => row.Body.Ours)
            .Column(rows, row => row.Body.Theirs)
            .Column(rows, row => row.Body.Differing)
            .Column(rows, row => row.Body.Found)
            .Column(rows, row => row.Body.At.UtcDateTime);
    }
}
