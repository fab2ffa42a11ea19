using DichVuCong.Registries.Payments;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>A repetition of a run.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who repeated it.</param>
/// <param name="Digest">What it found, as a digest.</param>
public sealed record RunRepeat(DateTimeOffset At, string By, string Digest);

/// <summary>The record of runs that were repeated by hand, and what they found.</summary>
public static class RunRepeats
{
    private const string Insert =
        "insert into payment.reconciliation_repeat (run, at, by_account, digest) values ($1, clock_timestamp(), $2, $3)";

    private const string List =
        "select p.at, p.by_account, p.digest from payment.reconciliation_repeat p where p.run = $1 order by p.at desc limit $2";

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

    /// <summary>The repetitions of a run, the latest first.</summary>
    public static async Task<IReadOnlyList<RunRepeat>> ListAsync(NpgsqlDataSource database, long run, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(List);
        command.Parameters.Add(new() { Value = run });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(
            row => new RunRepeat(row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2))),
            cancellationToken);
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
