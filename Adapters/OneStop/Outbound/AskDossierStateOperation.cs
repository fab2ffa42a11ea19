using System.Globalization;
using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>
/// Asks a one-stop system where a dossier stands (<c>one-stop-and-portal-wire.md</c> 2.8), after a restore. Asking changes nothing, so it can
/// be repeated as often as needed. The answer has a state and no time: it is as of when the question went out.
/// </summary>
/// <param name="http">A client of <see cref="OneStopHttp"/>.</param>
/// <param name="directory">The systems' settings.</param>
/// <param name="time">The time of the question, and the time-out of calls.</param>
/// <param name="lookup">What replies to look-ups mean; <see cref="OutcomeTables.Lookup"/> when null.</param>
public sealed class AskDossierStateOperation(
    HttpClient http, IOneStopDirectory directory, TimeProvider time, OutcomeTable<LookupAnswer>? lookup = null) : IPartnerOperation<AskDossierState>
{
    /// <summary>A question must not stand for long before what is to be delivered; while a system is down its circuit is open and nothing is used up.</summary>
    private const int MostAttempts = 8;

    private readonly OneStopCall _call = new(http, time);
    private readonly OutcomeTable<LookupAnswer> _lookup = lookup ?? OutcomeTables.Lookup;

    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(AskDossierState command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(AskDossierState command, PartnerCall call, CancellationToken cancellationToken)
    {
        if (directory.Find(command.System) is not { } system) return Outcome.Transient("the system has no settings").By(FaultSide.Us);
        if (system.LookupPath is not { } path) return NotTold(command, "the system has no look-up");
        if (OneStopAddress.BaseOf(system) is not { } baseUrl) return Outcome.Transient("the system has no address that can be asked").By(FaultSide.Us);
        var asked = time.GetUtcNow();
        var result = await _call.PostAsync(system, baseUrl, path, PushBody.Lookup(command.Dossier, system), call.Timeout, cancellationToken);
        return LookupReading.Of(result, command.Dossier, _lookup) switch
        {
            LookupReading.Has { State: { } state } => Outcome.Done(Told(command, RowOf(command, state, asked))),
            LookupReading.Has => NotTold(command, "look-up: the answer says no state"),
            LookupReading.HasNot none => Outcome.Done(Told(command, row: null), none.Reason),
            LookupReading.Unclear unclear when call.Attempt < MostAttempts => Outcome.Transient(unclear.Reason).By(unclear.Side),
            LookupReading.Unclear unclear => NotTold(command, unclear.Reason),
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }

    /// <inheritdoc/>
    public Task<Outcome> AskAsync(AskDossierState command, PartnerCall call, CancellationToken cancellationToken) =>
        CallAsync(command, call, cancellationToken);

    private static Outcome NotTold(AskDossierState command, string reason) =>
        Outcome.Refused(reason, new DossierStateNotTold(command.Dossier, command.Restore));

    private static DossierStateTold Told(AskDossierState command, AgencyStatusRow? row) => new(command.Dossier, command.System, command.Restore, row);

    private static AgencyStatusRow RowOf(AskDossierState command, DossierState state, DateTimeOffset asked) => new()
    {
        RowId = RowIdentity.Of(
            command.Dossier.Value, "TraCuuHoSo", command.Restore.ToString(CultureInfo.InvariantCulture), DossierStates.ToWire(state)),
        Source = StatusSource.Asked,
        State = state,
        At = asked,
    };
}
