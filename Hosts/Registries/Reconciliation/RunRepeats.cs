using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>The record of runs that were repeated by hand, and what they found.</summary>
public static class RunRepeats
{
    private const string Insert =
        "insert into payment.reconciliation_repeat (run, at, by_account, digest) values ($1, clock_timestamp(), $2, $3)";

    private const string Count = "select count(*) from payment.reconciliation_repeat p where p.run = $1";

    /// <summary>Keeps a repetition.</summary>
    public static async Task KeepAsync(NpgsqlDataSource database, long run, string by, string digest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = run });
        command.Parameters.Add(new() { Value = by });
        command.Parameters.Add(new() { Value = Convert.FromHexString(digest) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>How often a run was repeated.</summary>
    public static async Task<long> CountAsync(NpgsqlDataSource database, long run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Count);
        command.Parameters.Add(new() { Value = run });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
