using DichVuCong.Messaging;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Runtime.Lines;

/// <summary>Runs one call, or asks about one, within its time.</summary>
internal sealed class CallRunner(RuntimeContext context, ILogger logger)
{
    /// <summary>
    /// How long after its mark a call may still go out. A process that stood still for longer may have lost the line meanwhile: another owner has
    /// resolved the mark and gone on, and the call would come after the ones behind it. Well below what is left of a lease.
    /// </summary>
    public static readonly TimeSpan Fence = TimeSpan.FromSeconds(10);

    /// <summary>Always comes back with an attempt that is over: an adapter's exception is an unknown outcome, and a defect in the log.</summary>
    /// <param name="line">The line.</param>
    /// <param name="call">The call.</param>
    /// <param name="marked">The timestamp at which the commit of its mark began.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    public async Task<CompletedCall> RunAsync(Line line, OutboundCall call, long marked, CancellationToken cancellationToken)
    {
        var asked = call.AskNext;
        if (!TryRead(call, out var step, out var command, out var problem)) return new CompletedCall(line, call, Attempt: null, problem);

        var repeatability = step.RepeatabilityOf(command);
        if (call.InDoubt && context.Doubt is { } doubt)
        {
            var first = doubt.StepFor(repeatability, call.SentAt, context.Time.GetUtcNow());
            if (first == FirstStep.Unknown) return NotMade(line, call, repeatability);
            asked = first == FirstStep.Ask;
        }

        var limits = line.Settings.Limits;
        using var timeout = new CancellationTokenSource(limits.CallTimeout, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var circumstances = new PartnerCall(call.Id, line.Settings.Partner, call.Attempts, call.SentAt, limits.CallTimeout);
        using var activity = LineTelemetry.Start(call, line.Settings.Partner, context.Vocabulary.TypeOf(call.Type)!.Name, asked);
        var began = context.Time.GetTimestamp();
        Outcome outcome;
        try
        {
            outcome = context.Time.GetElapsedTime(marked) > Fence ? StoodStill(asked)
                : asked
                ? await step.AskAsync(command, circumstances, either.Token)
                : await step.CallAsync(command, circumstances, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            outcome = timeout.IsCancellationRequested
                ? Outcome.Unknown("No answer within the time a call may take.").By(FaultSide.Network)
                : Outcome.Unknown("The host is shutting down.").By(FaultSide.Us);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LineLog.AdapterFailed(logger, failure.GetType().Name, context.Vocabulary.TypeOf(call.Type)!.Name, call.Id);
            outcome = Outcome.Unknown($"The adapter failed with {failure.GetType().Name}.").By(FaultSide.Us);
        }

        LineTelemetry.End(activity, outcome);
        var calledAt = call.CalledAt ?? context.Time.GetUtcNow();
        return new CompletedCall(
            line, call, new FinishedAttempt(outcome, asked, call.Attempts, repeatability, call.SentAt, calledAt), Problem: null)
        {
            Took = context.Time.GetElapsedTime(began),
        };
    }

    /// <summary>It may have been made before the restore, and the partner can neither be asked nor recognise it: that is an outcome already.</summary>
    private static CompletedCall NotMade(Line line, OutboundCall call, Repeatability repeatability)
    {
        var declared = Repeatability.Neither(repeatability.WhenUnknown);
        var outcome = Outcome.Unknown(DoubtReasons.Restored).By(FaultSide.Us);
        return new CompletedCall(
            line, call, new FinishedAttempt(outcome, WasQuestion: false, call.Attempts, declared, call.SentAt, call.CalledAt!.Value), Problem: null)
        {
            ReachedOut = false,
        };
    }

    /// <summary>A call with a mark and no outcome, found at a take-over.</summary>
    /// <param name="line">The line.</param>
    /// <param name="call">The call.</param>
    /// <param name="wasCalled">False when this process knows that it marked the call and did not make it.</param>
    public CompletedCall WithoutOutcome(Line line, OutboundCall call, bool wasCalled)
    {
        if (!TryRead(call, out var step, out var command, out var problem)) return new CompletedCall(line, call, Attempt: null, problem) { WasStarted = false };
        var outcome = wasCalled
            ? Outcome.Unknown("The owner of the line went before the outcome was known.").By(FaultSide.Us)
            : Outcome.Transient("The database went before the call was made.").By(FaultSide.Us);
        // The owner may have been slow to let it go out, within the fence.
        var calledAt = call.CalledAt!.Value + Fence;
        var attempt = new FinishedAttempt(outcome, WasQuestion: false, call.Attempts, step.RepeatabilityOf(command), call.SentAt, calledAt);
        return new CompletedCall(line, call, attempt, Problem: null) { WasStarted = false };
    }

    private static Outcome StoodStill(bool asked) => asked
        ? Outcome.Unknown("The process stood still: the question was not asked.").By(FaultSide.Us)
        : Outcome.Transient("The process stood still: the call did not go out.").By(FaultSide.Us);

    private bool TryRead(OutboundCall call, out PartnerStep step, out object command, out string? problem)
    {
        (step, command, problem) = (null!, null!, null);
        var type = context.Vocabulary.TypeOf(call.Type);
        var partner = type is null ? null : context.Topology.Partners.Values.FirstOrDefault(partner => partner.Steps.ContainsKey(type.ClrType));
        if (type is null || partner is null || call.Schema > type.Schema) return false;

        try
        {
            command = type.Read(call.Body, call.Schema);
            step = partner.Steps[type.ClrType];
            return true;
        }
        catch (SchemaNotUnderstoodException failure)
        {
            problem = failure.Message;
            return false;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Not JSON, or not what a lift expects; its text may quote the body.
            problem = $"The body is not a {type.Name} ({failure.GetType().Name}).";
            return false;
        }
    }
}

/// <summary>A call that came back.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Call">The call.</param>
/// <param name="Attempt">What happened; null when the command could not even be read.</param>
/// <param name="Problem">Why it could not be read; null without an attempt when only a newer build knows the command.</param>
internal sealed record CompletedCall(Line Line, OutboundCall Call, FinishedAttempt? Attempt, string? Problem)
{
    /// <summary>Whether this process started the call; a call found at a take-over was started by somebody else.</summary>
    public bool WasStarted { get; init; } = true;

    /// <summary>Whether the partner was called or asked at all: what is decided without it says nothing about its health.</summary>
    public bool ReachedOut { get; init; } = true;

    /// <summary>How long the call, or the question, took; null when there was none.</summary>
    public TimeSpan? Took { get; init; }
}
