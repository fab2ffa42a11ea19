using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;

namespace DichVuCong.Registries.Operations.Deadlines;

/// <summary>Proposes to move or to cancel clocks: a legal deadline is watched by them, so a second person approves.</summary>
public sealed class ClockDesk(ClockBoard board, ApprovalDesk approvals, TimeProvider time)
{
    /// <summary>Proposes to move a clock.</summary>
    /// <returns>The proposal's id.</returns>
    /// <exception cref="KeyNotFoundException">It does not run, or is outside the operator's part of the tree.</exception>
    /// <exception cref="RuleBrokenException">The new time is not ahead.</exception>
    /// <exception cref="AccessRefusedException">The role or the scope does not allow it.</exception>
    /// <exception cref="ApprovalRefusedException">The reason is missing, or the same is proposed already.</exception>
    public async Task<Guid> ProposeMoveAsync(Operator who, long saga, string name, DateTimeOffset due, string? reason, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Act);
        var clock = await RequireAsync(who, saga, name, cancellationToken);
        if (due <= time.GetUtcNow()) throw new RuleBrokenException("due", "phải ở tương lai.", "must be ahead.");
        if (due == clock.Due) throw new RuleBrokenException("due", "trùng với hạn hiện tại.", "is the time at which it is due already.");
        var told = VietnamTime.Local(due).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
        // Who approves must see what: the new time stands before the reason.
        var why = $"→ {told}: {RuleBrokenException.RequireReason(reason)}";
        return await approvals.ProposeAsync(who, ProposalOf(ClockKinds.Move, clock, due, why), cancellationToken);
    }

    /// <summary>Proposes to cancel a clock: what it watches is not watched any more.</summary>
    /// <inheritdoc cref="ProposeMoveAsync"/>
    public async Task<Guid> ProposeCancelAsync(Operator who, long saga, string name, string? reason, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Act);
        var clock = await RequireAsync(who, saga, name, cancellationToken);
        return await approvals.ProposeAsync(who, ProposalOf(ClockKinds.Cancel, clock, due: null, RuleBrokenException.RequireReason(reason)), cancellationToken);
    }

    /// <summary>What a clock is called in proposals and in the trail.</summary>
    public static string TargetOf(ClockView clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return string.Create(CultureInfo.InvariantCulture, $"{clock.Saga}/{clock.Name}");
    }

    private async Task<ClockView> RequireAsync(Operator who, long saga, string name, CancellationToken cancellationToken) =>
        await board.FindAsync(who, saga, name, cancellationToken) ?? throw new KeyNotFoundException($"No clock {name} of {saga} runs.");

    private static Proposal ProposalOf(string kind, ClockView clock, DateTimeOffset? due, string reason) =>
        new(kind, TargetOf(clock), clock.Agency, JsonSerializer.SerializeToUtf8Bytes(new ClockOrder(clock.AsSeen, due, clock.Key)), reason);
}
