using System.Text.Json;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.OneStop.Accounts;

/// <summary>Tells a one-stop system what is held of a scope, and brings back what it holds itself (A12.2).</summary>
/// <param name="http">A client of <see cref="OneStopHttp"/>.</param>
/// <param name="directory">The systems' settings.</param>
/// <param name="time">Measures the time-out of calls.</param>
public sealed class PushScopeOperation(HttpClient http, IOneStopDirectory directory, TimeProvider time) : IPartnerOperation<PushScope>
{
    private readonly AccountCall _call = new(http, directory, time);

    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(PushScope command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(PushScope command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(call);
        var body = JsonSerializer.SerializeToUtf8Bytes(command.Change, AccountWireJson.Default.ScopeChange);
        var answer = await _call.AskAsync(command.System, AccountPaths.Scopes, body, AccountWireJson.Default.ScopeChange, [], call.Timeout, cancellationToken);
        if (answer.Refusal is { } text) return Outcome.Refused(answer.Failure!.Reason!, new ScopePushRefused(command.System, command.Change, text));
        if (answer.Failure is { } failure) return failure;
        if (answer.Value!.Key != command.Change.Key) return Outcome.Unknown("the answer is about another scope");
        return ScopeChecks.FaultOf(answer.Value, time.GetUtcNow()) is { } fault
            ? Outcome.Refused(fault.Reason, new ScopePushRefused(command.System, command.Change, fault.Text))
            : Outcome.Done(new ScopePushed(command.System, answer.Value));
    }

    /// <inheritdoc/>
    public Task<Outcome> AskAsync(PushScope command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Absent("it is sent again: what is held changes nothing"));
}
