using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using Npgsql;

namespace DichVuCong.Registries.Identity;

/// <summary>
/// Keeps tickets. One is used once: whoever presents it holds its row's lock while it is decided, so that of two hosts that are asked at once one
/// finds it used. That it was used, and the audit trail's row that tells who will see whose data, commit together before anything is answered.
/// </summary>
public sealed class TicketStore(NpgsqlDataSource database, AuditTrail trail)
{
    /// <summary>For how long the same call is given its first answer again.</summary>
    private static readonly TimeSpan AgainFor = TimeSpan.FromMinutes(5);

    private const string Insert =
        """
        insert into identity.ticket (id, kind, verification, officer, account, system, person, procedure, key_id, issued_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    // A ticket of a life of the database that was lost since may have been used in it.
    private const string Lock =
        """
        select t.id, t.kind, t.verification, t.officer, t.account, t.system, t.person, t.procedure, t.key_id, t.issued_at, t.expires_at, t.redeemed_at, t.redeemed_by, t.redemption
        from identity.ticket t
        where t.id = $1 and t.issued_at > (select i.marked_at from bus.incarnation i order by i.n desc limit 1)
        for update
        """;

    private const string Use = "update identity.ticket set redeemed_at = $2, redeemed_by = $3, redemption = $4 where id = $1";

    private const string Refuse = "insert into identity.ticket_refusal (at, ticket, account, system, reason) values ($1, $2, $3, $4, $5)";

    /// <summary>Keeps a ticket before it is given out.</summary>
    public async Task IssueAsync(TicketRow ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        await using var command = database.CreateCommand(Insert);
        foreach (var value in new object[]
        {
            ticket.Id, (short)ticket.Kind, ticket.Verification, (object?)ticket.Officer?.Value ?? DBNull.Value, ticket.Account, ticket.System, ticket.Person,
            ticket.Procedure.Value, ticket.KeyId, ticket.IssuedAt.UtcDateTime, ticket.ExpiresAt.UtcDateTime,
        }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Decides about a ticket that a system presents.</summary>
    /// <param name="id">The ticket.</param>
    /// <param name="account">The account that presents it.</param>
    /// <param name="system">Its system.</param>
    /// <param name="redemption">The hash of the caller's own id of the call.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(TicketOutcome Outcome, TicketRow? Ticket)> RedeemAsync(
        Guid id, string account, string system, byte[] redemption, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (ticket, use) = await LockAsync(connection, id, cancellationToken);
        var outcome = Decide(ticket, use, account, system, redemption, now);
        if (outcome == TicketOutcome.Redeemed)
        {
            await ExecuteAsync(connection, Use, [id, now.UtcDateTime, account, redemption], cancellationToken);
            await trail.WriteAsync(connection, transaction, EntryOf(ticket!, account), cancellationToken);
        }
        else if (outcome != TicketOutcome.Again)
        {
            await RefuseAsync(connection, id, account, system, Word(outcome), now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return (outcome, outcome is TicketOutcome.Redeemed or TicketOutcome.Again ? ticket : null);
    }

    /// <summary>Records a ticket that was not taken.</summary>
    public async Task RefuseAsync(Guid? id, string account, string system, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await RefuseAsync(connection, id, account, system, reason, now, cancellationToken);
    }

    private static TicketOutcome Decide(TicketRow? ticket, TicketUse? use, string account, string system, byte[] redemption, DateTimeOffset now)
    {
        if (ticket is null) return TicketOutcome.Unknown;
        if (ticket.System != system) return TicketOutcome.OtherSystem;
        if (use is not null) return use.By == account && use.Redemption.AsSpan().SequenceEqual(redemption) && now < use.At + AgainFor ? TicketOutcome.Again : TicketOutcome.Used;
        return now < ticket.ExpiresAt ? TicketOutcome.Redeemed : TicketOutcome.Expired;
    }

    private static async Task<(TicketRow? Ticket, TicketUse? Use)> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Lock, connection) { Parameters = { new() { Value = id } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return (null, null);
        var ticket = new TicketRow(
            reader.GetGuid(0), (TicketKind)reader.GetInt16(1), reader.GetGuid(2), reader.IsDBNull(3) ? null : AccountId.Parse(reader.GetString(3)), reader.GetString(4),
            reader.GetString(5), reader.GetFieldValue<byte[]>(6), ProcedureCode.Parse(reader.GetString(7)), reader.GetString(8), reader.GetFieldValue<DateTimeOffset>(9),
            reader.GetFieldValue<DateTimeOffset>(10));
        return (ticket, reader.IsDBNull(11) ? null : new TicketUse(reader.GetFieldValue<DateTimeOffset>(11), reader.GetString(12), reader.GetFieldValue<byte[]>(13)));
    }

    private static Task RefuseAsync(
        NpgsqlConnection connection, Guid? id, string account, string system, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, Refuse, [now.UtcDateTime, (object?)id ?? DBNull.Value, account, system, reason], cancellationToken);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static AuditEntry EntryOf(TicketRow ticket, string account) =>
        new(Operator.OfAccount(account), "handover.redeem", "person", Convert.ToHexStringLower(ticket.Person))
        {
            Reason = ticket.Kind == TicketKind.Officer ? "A15.2" : "A14.5",
            Detail = $"ticket {ticket.Id:N} of {ticket.Account} to {ticket.System} for {ticket.Procedure}",
        };

    private static string Word(TicketOutcome outcome) => outcome switch
    {
        TicketOutcome.Used => "used",
        TicketOutcome.Expired => "expired",
        TicketOutcome.OtherSystem => "other-system",
        _ => "unknown",
    };

    private sealed record TicketUse(DateTimeOffset At, string By, byte[] Redemption);
}
