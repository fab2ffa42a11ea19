using System.Text.Json;
using DichVuCong.Contracts.Identity;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Identity;

/// <summary>Who somebody was found to be, with the handle under which the caller speaks of it from then on.</summary>
/// <param name="Id">The handle.</param>
/// <param name="Person">The keyed hash of the number.</param>
/// <param name="Identity">Who it is.</param>
/// <param name="ExpiresAt">Until when it counts.</param>
public sealed record Verification(Guid Id, byte[] Person, VerifiedIdentity Identity, DateTimeOffset ExpiresAt)
{
    /// <summary>Shows nothing of the person.</summary>
    public override string ToString() => $"verification {Id:N}";
}

/// <summary>Keeps verifications, sealed. Each belongs to the account that began the sign-in; to another it is not there.</summary>
public sealed class VerificationStore(NpgsqlDataSource database, Sealer sealer)
{
    private const string Insert =
        """
        insert into identity.verification (id, sign_in, account, binding, result, result_until, person, key, sealed, verified_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string Done = "update identity.sign_in set outcome = 'verified' where id = $1";

    private const string Fetch =
        """
        update identity.verification set fetched_at = coalesce(fetched_at, $4)
        where result = $1 and account = $2 and binding = $3 and result_until > $4
        returning id, person, key, sealed, expires_at
        """;

    private const string Select = "select id, person, key, sealed, expires_at from identity.verification where id = $1 and account = $2 and expires_at > $3 and fetched_at is not null";

    /// <summary>Keeps one for a sign-in that somebody came back from.</summary>
    /// <param name="signIn">The sign-in.</param>
    /// <param name="result">The hash of what the browser carries to the caller.</param>
    /// <param name="resultUntil">Until when the caller can fetch it.</param>
    /// <param name="identity">Who it is; its number is known.</param>
    /// <param name="expiresAt">Until when it counts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task KeepAsync(
        SignInRow signIn, byte[] result, DateTimeOffset resultUntil, VerifiedIdentity identity, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        ArgumentNullException.ThrowIfNull(identity);
        var id = Guid.NewGuid();
        var content = sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(identity, VerifiedIdentityJson.Default.VerifiedIdentity), Places.Verification(id));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Insert).With(id).With(signIn.Id).With(signIn.Account).With(signIn.Binding).With(result).With(resultUntil.UtcDateTime)
            .With(HashOf(identity)).With(sealer.CurrentKey).With(content).With(identity.VerifiedAt.UtcDateTime).With(expiresAt.UtcDateTime);
        batch.Append(Done).With(signIn.Id);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Fetches it with what the browser brought. Asked again it gives the same, for the minutes that a result lives: an answer can be lost on its way.
    /// </summary>
    /// <returns>Null when there is none such for this account and this binding, or its time is over: these are not told apart.</returns>
    public Task<Verification?> FetchAsync(byte[] result, string account, byte[] binding, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync(Fetch, [result, account, binding, now.UtcDateTime], cancellationToken);

    /// <summary>One that the account has fetched and that still counts; null when there is none.</summary>
    public Task<Verification?> FindAsync(Guid id, string account, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync(Select, [id, account, now.UtcDateTime], cancellationToken);

    private async Task<Verification?> ReadAsync(string sql, object[] parameters, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        var id = reader.GetGuid(0);
        var plain = sealer.Open(reader.GetInt16(2), reader.GetFieldValue<byte[]>(3), Places.Verification(id));
        var identity = JsonSerializer.Deserialize(plain, VerifiedIdentityJson.Default.VerifiedIdentity)!;
        return new Verification(id, reader.GetFieldValue<byte[]>(1), identity, reader.GetFieldValue<DateTimeOffset>(4));
    }

    private byte[] HashOf(VerifiedIdentity identity) =>
        sealer.HashIdentity((identity.Number ?? throw new ArgumentException("An identity without a number cannot be kept.", nameof(identity))).Reveal());
}
