using System.Text.Json;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Runtime.Clocks;

namespace DichVuCong.Registries.Operations.Deadlines;

/// <summary>The kinds of orders about clocks; each needs a second person.</summary>
public static class ClockKinds
{
    /// <summary>A clock is moved.</summary>
    public const string Move = "clock.move";

    /// <summary>A clock is cancelled.</summary>
    public const string Cancel = "clock.cancel";
}

/// <summary>What was proposed about a clock.</summary>
/// <param name="Clock">The clock as it was seen.</param>
/// <param name="Due">When it shall be due; null to cancel it.</param>
/// <param name="Key">Its saga's key.</param>
internal sealed record ClockOrder(ClockAsSeen Clock, DateTimeOffset? Due, string Key);

/// <summary>
/// Carries out an approved order about a clock; one for each kind. What it needs of its host is asked for when it is needed: a host that only shows
/// what waits for approval does without.
/// </summary>
internal sealed class ClockAction(string kind, string vietnamese, string english, Func<ClockOrders> orders, AuditTrail trail) : IApprovedAction
{
    public string Kind => kind;

    public string Vietnamese => vietnamese;

    public string English => english;

    public string? PageOf(string target) => $"/deadlines/{target}";

    public async Task<string> ExecuteAsync(ApprovedOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var wanted = JsonSerializer.Deserialize<ClockOrder>(order.Payload.Span)!;
        var isDone = wanted.Due is { } due
            ? await orders().MoveAsync(order.Connection, wanted.Clock, due, cancellationToken)
            : await ClockOrders.CancelAsync(order.Connection, wanted.Clock, cancellationToken);
        if (!isDone) throw new ApprovedActionFailedException("the clock has fired, or was set anew, since this was proposed");
        await trail.WriteAsync(
            order.Connection, order.Transaction,
            new AuditEntry(order.Approver, kind, "clock", order.Target)
            {
                Agency = order.Agency,
                Reason = order.Reason,
                Detail = $"{wanted.Key}, due {wanted.Clock.Due:O}, approval {order.Approval}, proposed by {order.ProposedBy}",
            },
            cancellationToken);
        return wanted.Due is { } moved ? $"moved from {wanted.Clock.Due:O} to {moved:O}" : $"cancelled, was due {wanted.Clock.Due:O}";
    }
}
