using System.Text.Json;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>The statements of the door. It tells nothing twice: a key that is taken refuses the call.</summary>
internal sealed class ProfileWrites(Sealer sealer)
{
    private const string InsertAccounts =
        """
        insert into account.account (id, person, kind, state, state_since, created_at)
        select u.id, u.person, u.kind, u.state, u.at, u.at from unnest($1, $2, $3, $4, $5) u(id, person, kind, state, at)
        """;

    private const string InsertProfiles = "insert into account.profile (account, revision, sealed, key) select u.*, $4 from unnest($1, $2, $3) u";

    public void Register(NpgsqlBatch batch, List<Recorded<RegisterAccount>> registered)
    {
        if (registered.Count == 0) return;
        var rows = registered.Select(row => row.Body).OrderBy(row => row.Profile.Account.Value, StringComparer.Ordinal).ToList();
        batch.Append(InsertAccounts)
            .Column(rows, row => row.Profile.Account.Value)
            .Column(rows, row => sealer.HashIdentity(row.Profile.PersonalId.Reveal()))
            .Column(rows, row => (short)row.Kind)
            .Column(rows, row => (short)row.State)
            .Column(rows, row => row.At.UtcDateTime);
        Insert(batch, [.. rows.Select(row => row.Profile)]);
    }

    public void Keep(NpgsqlBatch batch, List<Recorded<KeepProfile>> kept)
    {
        if (kept.Count == 0) return;
        Insert(batch, [.. kept.Select(row => row.Body.Profile).OrderBy(row => row.Account.Value, StringComparer.Ordinal).ThenBy(row => row.Revision)]);
    }

    private void Insert(NpgsqlBatch batch, List<AccountProfile> rows) => batch.Append(InsertProfiles)
        .Column(rows, row => row.Account.Value)
        .Column(rows, row => row.Revision)
        .Column(rows, row => sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(row, AccountProfileJson.Default.AccountProfile), Places.Profile(row.Account.Value, row.Revision)))
        .With(sealer.CurrentKey);
}
