using DichVuCong.Cli.Running;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Restoring;
using DichVuCong.Registries.Schema;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Runtime.Schema;
using Npgsql;

namespace DichVuCong.Cli.Backups;

/// <summary>What is to be restored.</summary>
/// <param name="Target">The time; null for all there is.</param>
/// <param name="To">The data folder to make.</param>
/// <param name="OldData">The old cluster's data folder, whose log may hold what was not archived any more.</param>
/// <param name="Backup">The base backup; null for the newest that ended before the time.</param>
/// <param name="Database">The database of the hosts.</param>
/// <param name="User">The cluster's superuser.</param>
/// <param name="Gap">By how much counters are raised.</param>
/// <param name="CodeGap">By how much the numbers of dossier codes are raised.</param>
/// <param name="Patience">How long recovery may take.</param>
/// <param name="Rehearse">Whether nothing is marked: to see that it works, and where it leads.</param>
internal sealed record RestoreOrder(
    DateTimeOffset? Target, string To, string? OldData, string? Backup, string Database, string User, long Gap, long CodeGap, TimeSpan Patience, bool Rehearse);

/// <summary>What was restored.</summary>
/// <param name="Backup">From which base backup.</param>
/// <param name="RestoredTo">The time of the last transaction that is there.</param>
/// <param name="Incarnation">The database's new life; null for a rehearsal.</param>
/// <param name="Dossiers">How many dossiers there are.</param>
/// <param name="To">The data folder.</param>
internal sealed record RestoreDone(string Backup, DateTimeOffset RestoredTo, int? Incarnation, long Dossiers, string To);

/// <summary>
/// Restores: a copy of a base backup, recovered on a server that nobody else can reach, promoted, and marked before any host can see it.
/// </summary>
internal sealed class RestoreRun(ServerTools tools, BackupFolder folder, CliEnvironment environment)
{
    public async Task<RestoreDone> RunAsync(RestoreOrder order, CancellationToken cancellationToken)
    {
        folder.Require();
        var backup = Choose(order);
        if (Directory.Exists(order.To) && Directory.EnumerateFileSystemEntries(order.To).Any()) throw CliProblemException.Refused($"{order.To} is not empty: nothing is overwritten.");
        await RequireStoppedAsync(order.OldData, cancellationToken);
        (await tools.RunAsync("pg_verifybackup", ["-q", folder.FolderOf(backup.Name)], cancellationToken)).Require($"The base backup {backup.Name} does not agree with its manifest");

        await tools.MakeFolderAsync(order.To, cancellationToken);
        (await tools.RunSystemAsync("cp", ["-a", $"{folder.FolderOf(backup.Name)}/.", order.To], cancellationToken)).Require("The base backup was not copied");
        await using var server = new RecoveryServer(tools, order.To, order.User, environment.Time);
        await server.StartAsync(FetchCommand(order.OldData), order.Target, order.Patience, cancellationToken);
        await using var database = NpgsqlDataSource.Create(server.ConnectionTo(order.Database));
        var restoredTo = await ReachedAsync(database, backup, cancellationToken);
        int? incarnation = order.Rehearse ? null : await MarkAsync(database, new RestoreTerms(restoredTo, order.Gap, environment.Operator), order.CodeGap, cancellationToken);
        var dossiers = await ScalarAsync<long>(database, "select count(*) from dossier.dossier", cancellationToken);
        await server.StopAsync(cancellationToken);
        return new RestoreDone(backup.Name, restoredTo, incarnation, dossiers, order.To);
    }

    /// <summary>Marks a restore; a backup of an older build gets this build's tables first, since they hold the mark.</summary>
    public static async Task<int> MarkAsync(NpgsqlDataSource database, RestoreTerms terms, long codeGap, CancellationToken cancellationToken)
    {
        await Migrator.ApplyAsync(database, RegistrySchema.All, cancellationToken);
        return await RegistryRestore.MarkAsync(database, terms, new DossierCodeOptions { GapAfterRestore = codeGap }, cancellationToken);
    }

    private BaseBackup Choose(RestoreOrder order)
    {
        var all = folder.List();
        if (order.Backup is { } name)
        {
            var named = all.FirstOrDefault(backup => backup.Name == name) ?? throw CliProblemException.NotFound($"There is no base backup {name} in {folder.Path}.");
            return order.Target >= named.EndedAt || order.Target is null
                ? named
                : throw CliProblemException.Refused($"The base backup {name} ended at {Tables.Time(named.EndedAt)}: it cannot be restored to an earlier time.");
        }

        return all.LastOrDefault(backup => order.Target is null || backup.EndedAt <= order.Target)
            ?? throw CliProblemException.NotFound(all is [var first, ..]
                ? $"No base backup ended before {Tables.Time(order.Target)}; the oldest ended at {Tables.Time(first.EndedAt)}."
                : $"There is no base backup in {folder.Path}. Take one with: dvc backup take");
    }

    private async Task RequireStoppedAsync(string? data, CancellationToken cancellationToken)
    {
        if (data is null) return;
        if (!Directory.Exists(Path.Combine(data, "pg_wal"))) throw CliProblemException.NotFound($"{data} is no data folder of PostgreSQL.");
        var status = await tools.RunAsync("pg_ctl", ["-D", data, "status"], cancellationToken);
        if (status.ExitCode == 0) throw CliProblemException.Refused($"A server runs on {data}. Stop it first: what it takes from now on would be lost.");
    }

    private string FetchCommand(string? oldData) =>
        $"cp \"{folder.Wal}/%f\" \"%p\"" + (oldData is null ? "" : $" || cp \"{Path.Combine(oldData, "pg_wal")}/%f\" \"%p\"");

    /// <summary>Where recovery came to; where there was no transaction to replay, that is the end of the base backup.</summary>
    private static async Task<DateTimeOffset> ReachedAsync(NpgsqlDataSource database, BaseBackup backup, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select pg_is_in_recovery(), pg_last_xact_replay_timestamp()");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (reader.GetBoolean(0)) throw CliProblemException.Refused("The restored server is still in recovery: it did not reach its target.");
        return await reader.IsDBNullAsync(1, cancellationToken) ? backup.EndedAt : reader.GetFieldValue<DateTimeOffset>(1);
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
