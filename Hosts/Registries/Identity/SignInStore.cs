using Npgsql;

namespace DichVuCong.Registries.Identity;

/// <summary>A sign-in as it begins.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">The source of identity.</param>
/// <param name="Account">The account that began it.</param>
/// <param name="Binding">The hash of what the caller bound it to.</param>
/// <param name="ReturnTo">Where the browser goes afterwards.</param>
/// <param name="CallerState">What the caller wants to have back.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="ExpiresAt">Until when somebody can come back.</param>
public sealed record SignInRow(
    Guid Id, string Source, string Account, byte[] Binding, string ReturnTo, string? CallerState, DateTimeOffset BegunAt, DateTimeOffset ExpiresAt);

/// <summary>How a state was met with which somebody came back.</summary>
public enum StateOutcome
{
    /// <summary>It was good, and is used now.</summary>
    Taken,

    /// <summary>There is none such, or not of this source.</summary>
    Unknown,

    /// <summary>Somebody came back with it before.</summary>
    Used,

    /// <summary>Its time is over.</summary>
    Expired,
}

/// <summary>Keeps the states of sign-ins: each works once, whichever host meets it.</summary>
public sealed class SignInStore(NpgsqlDataSource database)
{
    private const string Insert =
        """
        insert into identity.sign_in (state, id, source, account, binding, return_to, caller_state, begun_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string Take =
        """
        update identity.sign_in set came_back_at = $3 where state = $1 and source = $2 and came_back_at is null and expires_at > $3
        returning id, source, account, binding, return_to, caller_state, begun_at, expires_at
        """;

    private const string Why = "select came_back_at is not null from identity.sign_in where state = $1 and source = $2";

    /// <summary>Begins one.</summary>
    public async Task BeginAsync(byte[] state, SignInRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        await using var command = database.CreateCommand(Insert);
        foreach (var value in new object[]
        {
            state, row.Id, row.Source, row.Account, row.Binding, row.ReturnTo, (object?)row.CallerState ?? DBNull.Value, row.BegunAt.UtcDateTime, row.ExpiresAt.UtcDateTime,
        }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes a state, once; what is taken is durable before anything is asked with the code beside it.</summary>
    public async Task<(StateOutcome Outcome, SignInRow? Row)> TakeAsync(byte[] state, string source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using (var command = database.CreateCommand(Take))
        {
            foreach (var value in new object[] { state, source, now.UtcDateTime }) command.Parameters.Add(new() { Value = value });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken)) return (StateOutcome.Taken, Read(reader));
        }

        await using var why = database.CreateCommand(Why);
        foreach (var value in new object[] { state, source }) why.Parameters.Add(new() { Value = value });
        return (await why.ExecuteScalarAsync(cancellationToken) switch { true => StateOutcome.Used, false => StateOutcome.Expired, _ => StateOutcome.Unknown }, null);
    }

    /// <summary>Notes how one ended: a word of ours, nothing about the person.</summary>
    public async Task EndAsync(Guid signIn, string outcome, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update identity.sign_in set outcome = $2 where id = $1");
        foreach (var value in new object[] { signIn, outcome }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static SignInRow Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.GetString(4),
        reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateTimeOffset>(7));
}
