using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Runtime.Parking;
using Npgsql;

namespace DichVuCong.Registries.Operations.Parked;

/// <summary>Carries out an approved order about parked messages; one for each kind.</summary>
internal sealed class ParkedAction(string kind, string vietnamese, string english, ParkingDesk desk, AuditTrail trail, TimeProvider time) : IApprovedAction
{
    public string Kind => kind;

    public string Vietnamese => vietnamese;

    public string English => english;

    public string? PageOf(string target) => kind == ParkedKinds.RetryGroup ? $"/parked/causes/{target}" : $"/parked/{target}";

    public async Task<string> ExecuteAsync(ApprovedOrder order, CancellationToken cancellationToken)
    {
        var wanted = ParkedOrder.Read(order.Payload.Span);
        var name = wanted.Action.ToString().ToLowerInvariant();
        var ordered = new List<ParkedOrder.Parking>();
        foreach (var parking in wanted.Messages)
        {
            if (!await TakeAsync(order, parking, name, cancellationToken)) continue;
            await desk.OrderAsync(
                order.Connection, parking.Message, parking.Scope, wanted.Action, wanted.Body, $"{order.ProposedBy}, {order.Approver.Subject}", cancellationToken);
            ordered.Add(parking);
        }

        if (ordered.Count == 0) throw new ApprovedActionFailedException("nothing of it is parked any more as it was when this was proposed");
        // Last, since everybody else who writes the trail waits from here on.
        await trail.WriteAsync(order.Connection, order.Transaction, [.. ordered.Select(EntryOf)], cancellationToken);
        return ordered.Count == wanted.Messages.Count ? $"{ordered.Count} ordered" : $"{ordered.Count} of {wanted.Messages.Count} ordered, the others had gone on";

        AuditEntry EntryOf(ParkedOrder.Parking parking) => new(order.Approver, $"parked.{name}", "message", parking.Message.ToString())
        {
            Agency = parking.Agency,
            Reason = order.Reason,
            Detail = $"approval {order.Approval}, proposed by {order.ProposedBy}",
        };
    }

    /// <summary>Whether it is still parked as it was, and nobody has ordered anything about this parking.</summary>
    private async Task<bool> TakeAsync(ApprovedOrder order, ParkedOrder.Parking parking, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ParkedSql.Ordered, order.Connection, order.Transaction);
        command.Parameters.Add(new() { Value = parking.Message });
        command.Parameters.Add(new() { Value = parking.Scope });
        command.Parameters.Add(new() { Value = parking.ParkedAt.UtcDateTime });
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = order.Approval });
        command.Parameters.Add(new() { Value = time.GetUtcNow().UtcDateTime });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
