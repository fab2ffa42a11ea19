using Npgsql;

namespace DichVuCong.Registries.Identity;

/// <summary>
/// Takes away what has had its time: who somebody is at once, states after a day, tickets and refusals after the days that are set. In slices, by
/// whichever host comes first.
/// </summary>
public sealed class IdentityKeeping(NpgsqlDataSource database)
{
    private const int Slice = 1000;

    private static readonly string[] Statements =
    [
        "delete from identity.verification where id in (select id from identity.verification where expires_at <= $1 order by expires_at limit $2 for update skip locked)",
        "delete from identity.sign_in where state in (select state from identity.sign_in where begun_at <= $1 - interval '1 day' order by begun_at limit $2 for update skip locked)",
        "delete from identity.ticket where id in (select id from identity.ticket where issued_at <= $1 - $3 order by issued_at limit $2 for update skip locked)",
        "delete from identity.ticket_refusal where id in (select id from identity.ticket_refusal where at <= $1 - $3 order by at limit $2 for update skip locked)",
        "delete from identity.partner_minute where minute <= $1 - interval '1 day'",
    ];

    /// <summary>Takes one slice of each away.</summary>
    /// <param name="now">The time.</param>
    /// <param name="tickets">How long tickets and refusals are kept.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many rows went.</returns>
    public async Task<int> SweepAsync(DateTimeOffset now, TimeSpan tickets, CancellationToken cancellationToken)
    {
        var gone = 0;
        foreach (var statement in Statements)
        {
            await using var command = database.CreateCommand(statement);
            command.Parameters.Add(new() { Value = now.UtcDateTime });
            if (statement.Contains("$2", StringComparison.Ordinal)) command.Parameters.Add(new() { Value = Slice });
            if (statement.Contains("$3", StringComparison.Ordinal)) command.Parameters.Add(new() { Value = tickets });
            gone += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return gone;
    }
}
