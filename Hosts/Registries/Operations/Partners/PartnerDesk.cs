using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using Npgsql;

namespace DichVuCong.Registries.Operations.Partners;

/// <summary>Pauses partners and lets them go on. Hosts see it within two seconds; calls that are out come back.</summary>
public sealed class PartnerDesk(NpgsqlDataSource database, AuditTrail trail, AccessPolicy policy, TimeProvider time)
{
    /// <summary>Calls it no more until it is resumed; what is for it waits.</summary>
    /// <exception cref="RuleBrokenException">There is no such partner, it is paused already, or the reason is missing.</exception>
    /// <exception cref="AccessRefusedException">The role or the scope does not allow it.</exception>
    public Task PauseAsync(Operator who, string partner, string? reason, CancellationToken cancellationToken) =>
        SetAsync(who, partner, isPaused: true, reason, cancellationToken);

    /// <summary>Calls it again.</summary>
    /// <inheritdoc cref="PauseAsync"/>
    public Task ResumeAsync(Operator who, string partner, string? reason, CancellationToken cancellationToken) =>
        SetAsync(who, partner, isPaused: false, reason, cancellationToken);

    private async Task SetAsync(Operator who, string partner, bool isPaused, string? reason, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var agency = await PartnerPlace.RequireAsync(connection, transaction, policy, who, partner, cancellationToken);
        var why = RuleBrokenException.RequireReason(reason);
        await using (var set = new NpgsqlCommand("update bus.line set stopped = $2 where partner = $1 and stopped <> $2", connection, transaction))
        {
            set.Parameters.Add(new() { Value = partner });
            set.Parameters.Add(new() { Value = isPaused });
            if (await set.ExecuteNonQueryAsync(cancellationToken) == 0)
            {
                throw isPaused
                    ? new RuleBrokenException("partner", "đã tạm dừng rồi.", "is paused already.")
                    : new RuleBrokenException("partner", "không bị tạm dừng.", "is not paused.");
            }
        }

        await using (var note = new NpgsqlCommand(
            isPaused
                ? "insert into operations.pause (partner, reason, since, by_name) values ($1, $2, $3, $4) on conflict (partner) do update set reason = excluded.reason, since = excluded.since, by_name = excluded.by_name"
                : "delete from operations.pause where partner = $1",
            connection, transaction))
        {
            note.Parameters.Add(new() { Value = partner });
            if (isPaused)
            {
                note.Parameters.Add(new() { Value = why });
                note.Parameters.Add(new() { Value = time.GetUtcNow().UtcDateTime });
                note.Parameters.Add(new() { Value = who.Name });
            }

            await note.ExecuteNonQueryAsync(cancellationToken);
        }

        await trail.WriteAsync(
            connection, transaction,
            new AuditEntry(who, isPaused ? "partner.pause" : "partner.resume", "partner", partner) { Agency = agency, Reason = why }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
