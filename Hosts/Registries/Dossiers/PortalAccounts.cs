using DichVuCong.Contracts;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>
/// Finds the portal account (TechID) behind a number. Who asked is recorded before anything is answered (decisions, Law and records), with the
/// keyed hash of the number: so a person can be told who looked.
/// </summary>
public sealed class PortalAccounts(NpgsqlDataSource database, Sealer sealer)
{
    private const string LookUp =
        """
        with viewed as (insert into dossier.viewed (account, action) values ($2, $3))
        select a.technical_id from dossier.portal_account a where a.identity = $1
        """;

    /// <summary>The account; null when the portal has none for the number.</summary>
    /// <param name="number">The personal number or tax code.</param>
    /// <param name="account">Who asks.</param>
    /// <param name="service">By which service.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<string?> FindAsync(PersonalId number, string account, string service, CancellationToken cancellationToken)
    {
        var identity = sealer.HashIdentity(number.Reveal());
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LookUp).With(identity).With(account).With($"{service} {Convert.ToHexStringLower(identity)}");
        return await batch.ExecuteScalarAsync(cancellationToken) as string;
    }
}
