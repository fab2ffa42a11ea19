using System.Diagnostics;
using DichVuCong.Messaging;

namespace DichVuCong.Notices.Checking;

/// <summary>What every channel of notices promises: it takes a notice, knows or does not know it again as declared, is quick, and tells nothing of people.</summary>
/// <typeparam name="TCommand">The command of the channel.</typeparam>
public sealed class NoticeSuite<TCommand> : IPartnerSuite
    where TCommand : class
{
    private static readonly TimeSpan QuickEnough = TimeSpan.FromSeconds(2);

    private readonly IPartnerOperation<TCommand> _operation;
    private readonly TCommand _command;
    private readonly CheckTarget _target;
    private readonly Guid _key = Guid.CreateVersion7();
    private Outcome? _first;
    private TimeSpan _took;

    /// <summary>Creates the suite.</summary>
    /// <param name="partner">The partner's name.</param>
    /// <param name="about">Where it is, and what is left behind there.</param>
    /// <param name="operation">The adapter.</param>
    /// <param name="command">A notice to the target.</param>
    /// <param name="target">Whom the checks tell.</param>
    /// <param name="others">Checks of this channel alone.</param>
    internal NoticeSuite(
        string partner, string about, IPartnerOperation<TCommand> operation, TCommand command, CheckTarget target, params IReadOnlyList<PartnerCheck> others)
    {
        (Partner, About, _operation, _command, _target) = (partner, about, operation, command, target);
        Checks =
        [
            new PartnerCheck("takes-a-notice", "It takes a notice with a text of ours, for a recipient who exists.", TakesAsync),
            new PartnerCheck("answers-in-time", $"It answers within {QuickEnough.TotalSeconds:F0} seconds: slower providers are left for the next.", _ => Task.FromResult(InTime())),
            new PartnerCheck("knows-a-repetition", "It knows the same notice again, if its class says so, and takes it once.", RepeatsAsync),
            new PartnerCheck("tells-nothing-of-people", "What is kept of its answers names no recipient.", _ => Task.FromResult(Silent())),
            .. others,
        ];
    }

    /// <inheritdoc/>
    public string Partner { get; }

    /// <inheritdoc/>
    public string About { get; }

    /// <inheritdoc/>
    public IReadOnlyList<PartnerCheck> Checks { get; }

    private async Task<CheckFinding> TakesAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        _first = await _operation.CallAsync(_command, _target.Call(Partner, _key), cancellationToken);
        _took = watch.Elapsed;
        return CheckFinding.When(_first.Kind == OutcomeKind.Done, _first.ToString());
    }

    private CheckFinding InTime() => _first is not { Kind: OutcomeKind.Done }
        ? new CheckFinding(CheckVerdict.Skipped, "it took nothing")
        : CheckFinding.When(_took <= QuickEnough, $"{_took.TotalMilliseconds:F0} ms");

    private async Task<CheckFinding> RepeatsAsync(CancellationToken cancellationToken)
    {
        var declared = _operation.RepeatabilityOf(_command);
        if (_first is not { Kind: OutcomeKind.Done }) return new CheckFinding(CheckVerdict.Skipped, "it took nothing");
        if (declared.Class != RepeatabilityClass.Deduplicates) return new CheckFinding(CheckVerdict.Skipped, $"declared as {declared.Class}: a repetition would reach the recipient twice");
        var again = await _operation.CallAsync(_command, _target.Call(Partner, _key, attempt: 2), cancellationToken);
        return CheckFinding.When(again.Kind == OutcomeKind.Done, $"{again}; that it came once only the recipient can tell");
    }

    private CheckFinding Silent() => _first is null
        ? new CheckFinding(CheckVerdict.Skipped, "it was not called")
        : CheckFinding.When(_target.IsSilentAbout(_first.Reason), "what is kept: " + (_target.IsSilentAbout(_first.Reason) ? _first.Reason : "names the recipient"));
}
