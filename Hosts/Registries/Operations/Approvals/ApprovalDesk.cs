using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Identities;
using DichVuCong.Registries.Sealing;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Approvals;

/// <summary>Four eyes: one proposes with a reason, another approves or rejects with one, and what was approved is done in the same transaction.</summary>
public sealed class ApprovalDesk(
    NpgsqlDataSource database, Sealer sealer, AuditTrail trail, AccessPolicy policy, IEnumerable<IApprovedAction> actions, ApprovalOptions options, TimeProvider time)
{
    private const int ShortestReason = 3;
    private const int LongestReason = 1000;

    private readonly Dictionary<string, IApprovedAction> _actions = actions.ToDictionary(action => action.Kind);

    /// <summary>The kinds that need a second person.</summary>
    public IReadOnlyDictionary<string, IApprovedAction> Kinds => _actions;

    /// <summary>Proposes something.</summary>
    /// <returns>The proposal's id.</returns>
    /// <exception cref="AccessRefusedException">The role or the scope does not allow it.</exception>
    /// <exception cref="ApprovalRefusedException">The reason is missing, or the same is proposed already.</exception>
    public async Task<Guid> ProposeAsync(Operator who, Proposal proposal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        policy.Require(who, Permission.Act, proposal.Agency);
        var reason = ReasonOf(proposal.Reason);
        if (!_actions.ContainsKey(proposal.Kind)) throw new ArgumentException($"{proposal.Kind} is no kind that needs approval.", nameof(proposal));
        await ExpireAsync(cancellationToken);
        var now = Now();
        var id = Guid.CreateVersion7(now);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(ApprovalStore.Insert, connection, transaction);
        command.With(id).With(proposal.Kind).With(proposal.Target).With(NpgsqlDbType.Text, proposal.Agency).With(sealer.CurrentKey)
            .With(sealer.Seal(proposal.Payload.Span, Place(id))).With(reason).With(who.Subject).With(who.Name).With(now.UtcDateTime).With((now + options.Lifetime).UtcDateTime)
            .With(NpgsqlDbType.Text, proposal.About);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            throw new ApprovalRefusedException(ApprovalRule.AlreadyProposed, $"{proposal.Kind} of {proposal.Target} is proposed already, and waits for a second person.");
        }

        await trail.WriteAsync(connection, transaction, Entry(who, "approval.propose", id, proposal.Kind, proposal.Target, proposal.Agency, reason), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>Approves a proposal, and does it.</summary>
    /// <returns>The proposal: approved, or failed with the cause.</returns>
    /// <exception cref="AccessRefusedException">The role or the scope does not allow it.</exception>
    /// <exception cref="ApprovalRefusedException">A rule of the four eyes refuses it.</exception>
    public Task<Approval> ApproveAsync(Operator who, Guid id, string reason, CancellationToken cancellationToken) => DecideAsync(who, id, reason, isApproved: true, cancellationToken);

    /// <summary>Rejects a proposal.</summary>
    /// <inheritdoc cref="ApproveAsync"/>
    public Task<Approval> RejectAsync(Operator who, Guid id, string reason, CancellationToken cancellationToken) => DecideAsync(who, id, reason, isApproved: false, cancellationToken);

    /// <summary>The proposals that an operator may see, the latest first.</summary>
    /// <param name="who">The operator.</param>
    /// <param name="state">In this state; null for any.</param>
    /// <param name="target">About this; null for any.</param>
    /// <param name="before">Proposed before this; null for the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<Approval>> ListAsync(
        Operator who, ApprovalState? state, string? target, DateTimeOffset? before, int limit, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Look);
        await ExpireAsync(cancellationToken);
        await using var command = database.CreateCommand(ApprovalStore.List);
        command.With(NpgsqlDbType.Text, state is { } known ? ApprovalStore.Name(known) : null).With(NpgsqlDbType.Array | NpgsqlDbType.Text, policy.CodesOf(who)?.ToArray())
            .With(NpgsqlDbType.Text, target).With(NpgsqlDbType.TimestampTz, before?.UtcDateTime).With(limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Approval>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(ApprovalStore.Read(reader));
        return rows;
    }

    private async Task<Approval> DecideAsync(Operator who, Guid id, string reason, bool isApproved, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Approve);
        var why = ReasonOf(reason);
        await ExpireAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (approval, payload) = await LockAsync(connection, transaction, id, cancellationToken);
        // What is outside one's part of the tree is not even there.
        if (!policy.Covers(who, approval.Agency)) throw Unknown(id);
        if (await IdentityDesk.AreOneAsync(connection, transaction, approval.ProposedBy, who.Subject, cancellationToken)) throw new ApprovalRefusedException(ApprovalRule.SamePerson, "Whoever proposed it cannot decide about it.");
        if (approval.State != ApprovalState.Open || approval.ExpiresAt <= Now()) throw new ApprovalRefusedException(ApprovalRule.NotOpen, "It was decided already, or nobody decided in time.");
        var (state, outcome) = (ApprovalState.Rejected, (string?)null);
        if (isApproved) (state, outcome) = await ExecuteAsync(who, approval, payload, connection, transaction, cancellationToken);
        var now = Now();
        await using var command = new NpgsqlCommand(ApprovalStore.Decide, connection, transaction);
        await command.With(id).With(ApprovalStore.Name(state)).With(who.Subject).With(who.Name).With(now.UtcDateTime).With(why).With(NpgsqlDbType.Text, outcome)
            .ExecuteNonQueryAsync(cancellationToken);
        var action = isApproved ? "approval.approve" : "approval.reject";
        await trail.WriteAsync(
            connection, transaction,
            Entry(who, action, id, approval.Kind, approval.Target, approval.Agency, why) with { Result = state == ApprovalState.Failed ? $"failed: {outcome}" : "done" },
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return approval with { State = state, DecidedName = who.Name, DecidedAt = now, Decision = why, Outcome = outcome };
    }

    /// <summary>Does it below a savepoint: what failed leaves nothing half done, and the approval tells why.</summary>
    private async Task<(ApprovalState State, string Outcome)> ExecuteAsync(
        Operator who, Approval approval, byte[] payload, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.SaveAsync("action", cancellationToken);
        try
        {
            if (!_actions.TryGetValue(approval.Kind, out var action)) throw new ApprovedActionFailedException($"this build knows no {approval.Kind}");
            var order = new ApprovedOrder(
                approval.Id, approval.Target, approval.Agency, payload, approval.Reason, approval.ProposedBy, who, connection, transaction);
            var outcome = await action.ExecuteAsync(order, cancellationToken);
            await transaction.ReleaseAsync("action", cancellationToken);
            return (ApprovalState.Approved, outcome);
        }
        catch (ApprovedActionFailedException failure)
        {
            await transaction.RollbackAsync("action", cancellationToken);
            return (ApprovalState.Failed, failure.Message);
        }
        catch (PostgresException failure)
        {
            // Its message may repeat a row: the code is enough for whoever looks after it.
            await transaction.RollbackAsync("action", cancellationToken);
            return (ApprovalState.Failed, $"the database refused it ({failure.SqlState})");
        }
    }

    /// <summary>Closes what nobody decided about in time, and writes so into the trail.</summary>
    private async Task ExpireAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var expired = new List<Approval>();
        await using (var command = new NpgsqlCommand(ApprovalStore.Expire, connection, transaction))
        {
            await using var reader = await command.With(Now().UtcDateTime).ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) expired.Add(ApprovalStore.Read(reader));
        }

        if (expired.Count == 0) return;
        var system = Operator.OfService("approvals");
        foreach (var approval in expired)
        {
            await trail.WriteAsync(connection, transaction, Entry(system, "approval.expire", approval.Id, approval.Kind, approval.Target, approval.Agency, reason: null), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<(Approval Approval, byte[] Payload)> LockAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ApprovalStore.Lock, connection, transaction);
        await using var reader = await command.With(id).ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) throw Unknown(id);
        return (ApprovalStore.Read(reader), sealer.Open(reader.GetInt16(15), reader.GetFieldValue<byte[]>(16), Place(id)));
    }

    /// <summary>To the microsecond, as the database keeps it.</summary>
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static string ReasonOf(string? text)
    {
        var reason = text?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";
        return reason.Length is >= ShortestReason and <= LongestReason
            ? reason
            : throw new ApprovalRefusedException(ApprovalRule.Reason, $"reason must have {ShortestReason} to {LongestReason} characters.");
    }

    private static AuditEntry Entry(Operator who, string action, Guid id, string kind, string target, string? agency, string? reason) =>
        new(who, action, kind, target) { Agency = agency, Reason = reason, Detail = $"approval {id}" };

    private static ApprovalRefusedException Unknown(Guid id) => new(ApprovalRule.Unknown, $"There is no proposal {id}.");

    private static string Place(Guid id) => $"operations.approval/{id:N}";
}
