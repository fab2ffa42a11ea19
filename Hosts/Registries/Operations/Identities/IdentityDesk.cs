using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using Npgsql;

namespace DichVuCong.Registries.Operations.Identities;

/// <summary>An account that is known to be one of several of a person.</summary>
/// <param name="Account">The identity provider's subject, or <c>os:user</c>.</param>
/// <param name="Person">The person: the same for all accounts of theirs.</param>
/// <param name="LinkedAt">Since when.</param>
/// <param name="LinkedBy">Who said so.</param>
/// <param name="Reason">Why.</param>
public sealed record LinkedAccount(string Account, Guid Person, DateTimeOffset LinkedAt, string LinkedBy, string Reason);

/// <summary>
/// Which accounts belong to one person, so that four eyes are those of two persons, not of two accounts. A supervisor of the whole tree says so;
/// nobody about an account of their own.
/// </summary>
public sealed class IdentityDesk(NpgsqlDataSource database, AuditTrail trail, TimeProvider time)
{
    private const int LongestAccount = 200;

    /// <summary>Taken before links are read to be changed: two changes at once could tear a person apart.</summary>
    private const string Lock = "select pg_advisory_xact_lock(x'4456434B'::int, 9)";

    /// <summary>The accounts that are linked, by person.</summary>
    public async Task<IReadOnlyList<LinkedAccount>> ListAsync(Operator who, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Look);
        await using var command = database.CreateCommand("select account, person, linked_at, linked_by, reason from operations.identity order by person, account");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var accounts = new List<LinkedAccount>();
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(new LinkedAccount(reader.GetString(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3), reader.GetString(4)));
        }

        return accounts;
    }

    /// <summary>Says that two accounts are one person's; whoever each of them was linked with before comes along.</summary>
    /// <exception cref="RuleBrokenException">A field breaks a rule; nothing was changed.</exception>
    /// <exception cref="AccessRefusedException">Only a supervisor of the whole tree may.</exception>
    public async Task LinkAsync(Operator who, string? account, string? other, string? reason, CancellationToken cancellationToken)
    {
        Require(who);
        var (one, two, why) = (AccountOf("account", account), AccountOf("other", other), RuleBrokenException.RequireReason(reason));
        if (one == two) throw new RuleBrokenException("other", "trùng với tài khoản thứ nhất.", "is the first account.");
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, transaction, Lock, cancellationToken);
        foreach (var (field, named) in new[] { ("account", one), ("other", two) })
        {
            if (await AreOneAsync(connection, transaction, who.Subject, named, cancellationToken)) throw Own(field);
        }

        await ExecuteAsync(
            connection, transaction,
            """
            with person as (
              select coalesce((select person from operations.identity where account = $1), (select person from operations.identity where account = $2), $3) as id),
            joined as (
              update operations.identity i set person = p.id from person p
              where i.person in (select person from operations.identity where account in ($1, $2)) and i.person <> p.id)
            insert into operations.identity (account, person, linked_at, linked_by, reason)
            select a.account, p.id, $4, $5, $6 from unnest(array[$1, $2]) a(account), person p on conflict (account) do nothing
            """,
            cancellationToken, one, two, Guid.CreateVersion7(time.GetUtcNow()), time.GetUtcNow().UtcDateTime, who.Subject, why);
        await trail.WriteAsync(connection, transaction, new AuditEntry(who, "identity.link", "account", one) { Reason = why, Detail = two }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Says that an account is a person of its own.</summary>
    /// <inheritdoc cref="LinkAsync"/>
    public async Task UnlinkAsync(Operator who, string? account, string? reason, CancellationToken cancellationToken)
    {
        Require(who);
        var (one, why) = (AccountOf("account", account), RuleBrokenException.RequireReason(reason));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, transaction, Lock, cancellationToken);
        if (await AreOneAsync(connection, transaction, who.Subject, one, cancellationToken)) throw Own("account");
        if (await ExecuteAsync(connection, transaction, "delete from operations.identity where account = $1", cancellationToken, one) == 0)
        {
            throw new RuleBrokenException("account", "không được nối với tài khoản nào.", "is linked with no other account.");
        }

        await trail.WriteAsync(connection, transaction, new AuditEntry(who, "identity.unlink", "account", one) { Reason = why }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether two accounts are one person's.</summary>
    public static async Task<bool> AreOneAsync(NpgsqlDataSource database, string one, string other, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await AreOneAsync(connection, transaction: null, one, other, cancellationToken);
    }

    /// <summary>Whether two accounts are one person's, as a transaction sees it.</summary>
    internal static async Task<bool> AreOneAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string one, string other, CancellationToken cancellationToken)
    {
        if (one == other) return true;
        await using var command = new NpgsqlCommand(
            "select exists (select from operations.identity a join operations.identity b on b.person = a.person where a.account = $1 and b.account = $2)", connection, transaction);
        command.Parameters.Add(new() { Value = one });
        command.Parameters.Add(new() { Value = other });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static void Require(Operator who)
    {
        AccessPolicy.Require(who, Permission.Approve);
        if (who.Scope is not null) throw new AccessRefusedException("Only a supervisor of the whole tree says whose an account is.");
    }

    private static string AccountOf(string field, string? account) => RuleBrokenException.RequireText(field, account, 1, LongestAccount);

    private static RuleBrokenException Own(string field) =>
        new(field, "là tài khoản của chính bạn: người khác phải làm việc này.", "is an account of your own: somebody else must do this.");

    private static async Task<int> ExecuteAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
