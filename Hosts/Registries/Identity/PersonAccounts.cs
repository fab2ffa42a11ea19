using System.Buffers.Binary;
using System.Security.Cryptography;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Identity;
using Npgsql;

namespace DichVuCong.Registries.Identity;

/// <summary>The account of a citizen or an organisation.</summary>
/// <param name="Id">Its identity, never made from the person's number.</param>
/// <param name="IsNew">Whether this sign-in made it.</param>
/// <param name="TechnicalId">The source's own id of the person, where one is known.</param>
public sealed record PersonAccount(AccountId Id, bool IsNew, string? TechnicalId);

/// <summary>
/// One person, one account (A9.2): found by the keyed hash of the number, and made at the first sign-in. However many sign-ins of one person meet, on
/// however many hosts, they find the same.
/// </summary>
public sealed class PersonAccounts(NpgsqlDataSource database)
{
    private const int Draws = 4;

    private const string Upsert =
        """
        insert into identity.person as p (person, id, technical_id, account_level, first_at, last_at) values ($1, $2, $3, $4, $5, $5)
        on conflict (person) do update set last_at = greatest(p.last_at, excluded.last_at), account_level = excluded.account_level,
          technical_id = coalesce(excluded.technical_id, p.technical_id)
        returning id, technical_id
        """;

    /// <summary>The account of somebody who has just signed in.</summary>
    public async Task<PersonAccount> OfAsync(Verification verification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verification);
        var identity = verification.Identity;
        for (var draw = 1; ; draw++)
        {
            var drawn = AccountId.Of(VietnamTime.DayOf(identity.VerifiedAt), BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)));
            try
            {
                return await FindOrMakeAsync(verification.Person, drawn, identity, cancellationToken);
            }
            catch (PostgresException taken) when (taken is { SqlState: PostgresErrorCodes.UniqueViolation } && draw < Draws)
            {
                // Somebody else drew the same identity on the same day: another is drawn.
            }
        }
    }

    private async Task<PersonAccount> FindOrMakeAsync(byte[] person, AccountId drawn, VerifiedIdentity identity, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Upsert);
        foreach (var value in new object[]
        {
            person, drawn.Value, (object?)identity.TechnicalId ?? DBNull.Value, (short)identity.AccountLevel, identity.VerifiedAt.UtcDateTime,
        }) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var id = AccountId.Parse(reader.GetString(0));
        return new PersonAccount(id, id == drawn, reader.IsDBNull(1) ? null : reader.GetString(1));
    }
}
