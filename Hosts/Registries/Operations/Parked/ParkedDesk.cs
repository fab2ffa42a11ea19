using System.Text;
using System.Text.Json;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Runtime.Parking;
using Npgsql;

namespace DichVuCong.Registries.Operations.Parked;

/// <summary>What operators do about parked messages: each order is a proposal that a second person approves.</summary>
public sealed class ParkedDesk(NpgsqlDataSource database, ParkedReader parked, ApprovalDesk approvals, AccessPolicy policy, AuditTrail trail)
{
    /// <summary>The most messages of one order about a group: what is approved is done in one transaction.</summary>
    public const int LargestGroup = 5_000;

    private const int LongestBody = 500_000;

    /// <summary>Proposes that a message goes back, or is dropped.</summary>
    /// <returns>The proposal.</returns>
    /// <exception cref="KeyNotFoundException">No such message is parked in the operator's part of the tree.</exception>
    /// <exception cref="ApprovalRefusedException">A rule refuses it.</exception>
    /// <exception cref="AccessRefusedException">The role does not allow it.</exception>
    public async Task<Guid> ProposeAsync(Operator who, Guid message, int? scope, ParkingAction action, string reason, CancellationToken cancellationToken)
    {
        if (action is not (ParkingAction.Retry or ParkingAction.Discard)) throw new ArgumentOutOfRangeException(nameof(action), action, message: null);
        var row = await FindAsync(who, message, scope, cancellationToken);
        return await ProposeAsync(who, action == ParkingAction.Retry ? ParkedKinds.Retry : ParkedKinds.Discard, row, new ParkedOrder(action, [ParkingOf(row)], Body: null), reason, cancellationToken);
    }

    /// <summary>Proposes that an edited message takes the place of one of our own.</summary>
    /// <inheritdoc cref="ProposeAsync(Operator, Guid, int?, ParkingAction, string, CancellationToken)"/>
    public async Task<Guid> ProposeEditAsync(Operator who, Guid message, int? scope, string body, string reason, CancellationToken cancellationToken)
    {
        var row = await FindAsync(who, message, scope, cancellationToken);
        if (!row.IsOwn) throw new ApprovalRefusedException(ApprovalRule.Impossible, "A partner's message is never altered: it is retried or discarded.");
        return await ProposeAsync(who, ParkedKinds.Edit, row, new ParkedOrder(ParkingAction.Edit, [ParkingOf(row)], BodyOf(body)), reason, cancellationToken);
    }

    /// <summary>Proposes that every message of a cause goes back: those that are parked now, the oldest 5,000.</summary>
    /// <inheritdoc cref="ProposeAsync(Operator, Guid, int?, ParkingAction, string, CancellationToken)"/>
    public async Task<Guid> ProposeGroupAsync(Operator who, string cause, string reason, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Act);
        var rows = await parked.ListAsync(who, cause, onlyUnordered: true, LargestGroup, cancellationToken);
        if (rows.Count == 0) throw new KeyNotFoundException($"Nothing of the cause {cause} is parked and waits for an order.");
        // The approver must see all of it: of several agencies, they need the proposer's part of the tree, or the whole.
        var agencies = rows.Select(row => row.Agency).Distinct().ToList();
        var agency = agencies.Count == 1 ? agencies[0] : who.Scope?.Value;
        var order = new ParkedOrder(ParkingAction.Retry, [.. rows.Select(ParkingOf)], Body: null);
        return await approvals.ProposeAsync(who, new Proposal(ParkedKinds.RetryGroup, cause, agency, order.Write(), reason) { About = $"{rows.Count} × {AboutOf(rows[0])}" }, cancellationToken);
    }

    /// <summary>Shows a body in clear, and records who looked and why before it is shown.</summary>
    /// <exception cref="KeyNotFoundException">No such message is parked in the operator's part of the tree.</exception>
    /// <exception cref="ApprovalRefusedException">The reason is missing.</exception>
    /// <exception cref="AccessRefusedException">The role does not allow it.</exception>
    public async Task<string> RevealAsync(Operator who, Guid message, int? scope, string reason, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Reveal);
        var row = await FindAsync(who, message, scope, cancellationToken);
        policy.Require(who, Permission.Reveal, row.Agency);
        var why = reason?.Trim() ?? "";
        if (why.Length is < 3 or > 1000) throw new ApprovalRefusedException(ApprovalRule.Reason, "reason must have 3 to 1000 characters.");
        var body = await parked.BodyAsync(row, cancellationToken) ?? throw NotParked(message);
        await trail.WriteAsync(
            database, new AuditEntry(who, "parked.reveal", "message", message.ToString()) { Agency = row.Agency, Reason = why, Detail = $"{row.Type} of {row.Key}" }, cancellationToken);
        return Encoding.UTF8.GetString(body);
    }

    private Task<Guid> ProposeAsync(Operator who, string kind, ParkedRow row, ParkedOrder order, string reason, CancellationToken cancellationToken)
    {
        if (row.OrderedAt is not null) throw new ApprovalRefusedException(ApprovalRule.NotOpen, "Something is ordered about it already; it goes on in its turn.");
        return approvals.ProposeAsync(who, new Proposal(kind, row.Id.ToString(), row.Agency, order.Write(), reason) { About = $"{row.Key}: {AboutOf(row)}" }, cancellationToken);
    }

    private async Task<ParkedRow> FindAsync(Operator who, Guid message, int? scope, CancellationToken cancellationToken) =>
        await parked.FindAsync(who, message, scope, cancellationToken) ?? throw NotParked(message);

    private static byte[] BodyOf(string body)
    {
        if (body is null or { Length: > LongestBody }) throw new ApprovalRefusedException(ApprovalRule.Impossible, $"body must have at most {LongestBody} characters.");
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return Encoding.UTF8.GetBytes(body);
        }
        catch (JsonException)
        {
            // Said below, together with what is JSON and no object.
        }

        throw new ApprovalRefusedException(ApprovalRule.Impossible, "body must be one JSON object.");
    }

    private static string AboutOf(ParkedRow row) => $"{row.Type}, {row.Where}, {row.Error}";

    private static ParkedOrder.Parking ParkingOf(ParkedRow row) => new(row.Id, row.Scope, row.ParkedAt, row.Agency);

    private static KeyNotFoundException NotParked(Guid message) => new($"No message {message} is parked.");
}
