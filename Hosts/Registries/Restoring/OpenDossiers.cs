using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Restoring;

/// <summary>A dossier that has not ended.</summary>
/// <param name="Code">Its code.</param>
/// <param name="System">The one-stop system; null while it waits for coordination.</param>
/// <param name="Flow">The flow of its messages.</param>
public sealed record OpenDossier(DossierCode Code, string? System, int Flow);

/// <summary>
/// Goes through all dossiers once after a restore, a page a transaction, by whichever worker comes first. Where it stands is part of each
/// page's commit.
/// </summary>
public sealed class OpenDossiers(NpgsqlDataSource database)
{
    /// <summary>Dossiers looked at in one transaction: a short one, also where few of them are open.</summary>
    private const int Page = 5000;

    /// <summary>The restore that is under way, locked; nobody waits for it.</summary>
    private const string Lock =
        """
        select r.n, i.restored_to, r.asked_through, i.marked_at from dossier.restore r join bus.incarnation i on i.n = r.n
        where r.n = (select max(n) from bus.incarnation) and r.asked_all_at is null for update of r skip locked
        """;

    /// <summary>Questions of which nothing came back yet; one that has been out for long does not hold up the others.</summary>
    private const string Outstanding =
        "select count(*) from dossier.restore_finding f where f.restore = $1 and f.finding is null and f.asked_at > now() - interval '10 minutes'";

    private const string Next =
        """
        with page as (select d.code, d.system, d.flow, d.state, d.created_at from dossier.dossier d where d.code > $1 order by d.code limit $2)
        select p.code, p.system, p.flow, p.state = any($3) or p.created_at > $4, (select max(code) from page) from page p order by p.code
        """;

    private static readonly short[] Final =
        [(short)DossierState.NotAccepted, (short)DossierState.Withdrawn, (short)DossierState.Stopped, (short)DossierState.Returned];

    /// <summary>Takes the next page, unless enough is under way.</summary>
    /// <param name="mostOutstanding">Questions that may be under way.</param>
    /// <param name="canBeAsked">Whether a system has a look-up.</param>
    /// <param name="appendQuestions">Appends what asks about dossiers, in the page's transaction.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether there may be more to do at once.</returns>
    public async Task<bool> TakePageAsync(
        int mostOutstanding, Func<string, bool> canBeAsked, Func<NpgsqlBatch, int, DateTimeOffset, IReadOnlyList<OpenDossier>, Task> appendQuestions,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(canBeAsked);
        ArgumentNullException.ThrowIfNull(appendQuestions);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(connection, cancellationToken) is not { } restore) return false;
        if (await OutstandingAsync(connection, restore.Number, cancellationToken) >= mostOutstanding) return false;
        var (dossiers, last) = await NextAsync(connection, restore.Through, restore.MarkedAt, cancellationToken);

        await using var batch = new NpgsqlBatch(connection);
        var asked = dossiers.Where(dossier => dossier.System is { } system && canBeAsked(system)).ToList();
        RestoreFindings.Open(batch, restore.Number, asked, finding: null);
        RestoreFindings.Open(batch, restore.Number, [.. dossiers.Where(dossier => dossier.System is { } system && !canBeAsked(system))], RestoreFinding.CannotBeAsked);
        if (asked.Count > 0) await appendQuestions(batch, restore.Number, restore.RestoredTo, asked);
        if (last is null)
        {
            batch.Append("update dossier.restore set asked_all_at = clock_timestamp() where n = $1").With(restore.Number);
        }
        else
        {
            batch.Append("update dossier.restore set asked_through = $2, asked = asked + $3 where n = $1").With(restore.Number).With(last).With((long)asked.Count);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return last is not null;
    }

    private static async Task<(int Number, DateTimeOffset RestoredTo, string Through, DateTimeOffset MarkedAt)?> LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Lock, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3))
            : null;
    }

    private static async Task<long> OutstandingAsync(NpgsqlConnection connection, int restore, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Outstanding, connection);
        command.Parameters.Add(new() { Value = restore });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<(List<OpenDossier> Open, string? Last)> NextAsync(
        NpgsqlConnection connection, string through, DateTimeOffset markedAt, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Next, connection);
        command.Parameters.Add(new() { Value = through });
        command.Parameters.Add(new() { Value = Page });
        command.Parameters.Add(new() { Value = Final });
        command.Parameters.Add(new() { Value = markedAt.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (open, last) = (new List<OpenDossier>(), (string?)null);
        while (await reader.ReadAsync(cancellationToken))
        {
            last = reader.GetString(4);
            if (reader.GetBoolean(3)) continue;
            open.Add(new OpenDossier(DossierCode.Parse(reader.GetString(0)), await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetString(1), reader.GetInt32(2)));
        }

        return (open, last);
    }
}
