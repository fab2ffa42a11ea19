using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>The statements of accounts, their posts, and what was done with them.</summary>
internal static class AccountWrites
{
    private const string UpdateAccounts =
        """
        update account.account a
        set kind = u.kind, state = u.state, state_since = u.since, version = u.version, cause = u.cause, active_at = u.active_at, lock_at = u.lock_at,
          updated_at = now()
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) u(id, kind, state, since, version, cause, active_at, lock_at)
        where a.id = u.id
        """;

    // What is gone is taken away first; what stays is written over, so that nobody who looks meanwhile misses a post.
    private const string DeletePosts =
        """
        delete from account.post p where p.account = any($1)
          and not exists (select 1 from unnest($2, $3) u(account, agency) where u.account = p.account and u.agency = p.agency)
        """;

    private const string UpsertPosts =
        """
        insert into account.post (account, agency, groups, systems)
        select u.account, u.agency, u.groups, string_to_array(u.systems, ',') from unnest($1, $2, $3, $4) u(account, agency, groups, systems)
        on conflict (account, agency) do update set groups = excluded.groups, systems = excluded.systems
        """;

    private const string InsertSteps =
        """
        insert into account.step (account, id, version, step, by_account, reason, document_number, document_date, document_file, at)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) u
        on conflict (account, id) do nothing
        """;

    public static void Accounts(NpgsqlBatch batch, List<Recorded<UpdateAccountRow>> updates)
    {
        if (updates.Count == 0) return;
        var rows = PaymentRecorder.LastOf(updates, row => row.Account.Value);
        batch.Append(UpdateAccounts)
            .Column(rows, row => row.Body.Account.Value)
            .Column(rows, row => (short)row.Body.Kind)
            .Column(rows, row => (short)row.Body.State)
            .Column(rows, row => row.Body.Since.UtcDateTime)
            .Column(rows, row => row.Body.Version)
            .Column(rows, row => (short?)row.Body.Cause)
            .Column(rows, row => row.Body.ActiveAt?.UtcDateTime)
            .Column(rows, row => row.Body.LockAt?.UtcDateTime);
        var posts = rows.SelectMany(row => row.Body.Posts.Select(post => (Account: row.Body.Account.Value, Post: post)))
            .OrderBy(row => row.Account, StringComparer.Ordinal).ThenBy(row => row.Post.Agency.Value, StringComparer.Ordinal).ToList();
        batch.Append(DeletePosts)
            .Column(rows, row => row.Body.Account.Value)
            .Column(posts, row => row.Account)
            .Column(posts, row => row.Post.Agency.Value);
        if (posts.Count == 0) return;
        batch.Append(UpsertPosts)
            .Column(posts, row => row.Account)
            .Column(posts, row => row.Post.Agency.Value)
            .Column(posts, row => row.Post.Groups.ToString())
            .Column(posts, row => string.Join(',', row.Post.Systems));
    }

    public static void Steps(NpgsqlBatch batch, List<Recorded<KeepAccountStep>> steps)
    {
        if (steps.Count == 0) return;
        var rows = steps.OrderBy(row => row.Body.Account.Value, StringComparer.Ordinal).ThenBy(row => row.Envelope.Id).ToList();
        batch.Append(InsertSteps)
            .Column(rows, row => row.Body.Account.Value)
            .Column(rows, row => row.Envelope.Id)
            .Column(rows, row => row.Body.Version)
            .Column(rows, row => row.Body.Step)
            .Column(rows, row => row.Body.By)
            .Column(rows, row => row.Body.Reason)
            .Column(rows, row => row.Body.Document?.Number)
            .Column(rows, row => row.Body.Document?.Date)
            .Column(rows, row => row.Body.Document?.File)
            .Column(rows, row => row.Body.At.UtcDateTime);
    }
}
