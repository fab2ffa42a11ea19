using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>
/// Delivers a dossier to the one-stop system that serves its agency (A16.3). A new dossier goes out as such, a later revision as an update,
/// which replaces the whole dossier at the agency (<c>one-stop-and-portal-wire.md</c> 2.8).
/// </summary>
/// <param name="http">A client of <see cref="OneStopHttp"/>.</param>
/// <param name="contents">Where the contents are.</param>
/// <param name="directory">The systems' settings.</param>
/// <param name="links">Makes the links to the files.</param>
/// <param name="time">Measures the time-out of calls.</param>
/// <param name="delivery">What replies mean; <see cref="OutcomeTables.Delivery"/> when null.</param>
/// <param name="lookup">What replies to look-ups mean; <see cref="OutcomeTables.Lookup"/> when null.</param>
public sealed class DeliverDossierOperation(
    HttpClient http,
    IDossierContents contents,
    IOneStopDirectory directory,
    IFileLinks links,
    TimeProvider time,
    OutcomeTable<DeliveryAnswer>? delivery = null,
    OutcomeTable<LookupAnswer>? lookup = null) : IPartnerOperation<DeliverDossier>
{
    private readonly OneStopCall _call = new(http, time);
    private readonly OutcomeTable<DeliveryAnswer> _delivery = delivery ?? OutcomeTables.Delivery;
    private readonly OutcomeTable<LookupAnswer> _lookup = lookup ?? OutcomeTables.Lookup;

    /// <summary>
    /// A new dossier can be asked about where the system has a look-up; elsewhere it is sent again with the same MaHoSo, which the system knows
    /// (1: already there). An update is sent again: a look-up cannot tell which revision is there, and the same content replaces itself.
    /// </summary>
    public Repeatability RepeatabilityOf(DeliverDossier command) =>
        command.Revision == 1 && directory.Find(command.System) is { LookupPath: not null }
            ? Repeatability.CanBeAsked
            : Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken)
    {
        if (directory.Find(command.System) is not { } system) return Outcome.Transient("the system has no settings").By(FaultSide.Us);
        if (OneStopAddress.BaseOf(system) is not { } baseUrl) return Outcome.Transient("the system has no address that can be pushed to").By(FaultSide.Us);
        DossierContent? content;
        try
        {
            content = await contents.FindAsync(command.Dossier, command.Revision, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            // Whatever failed in there, the system was not called: nothing need be asked before the next attempt.
            return Outcome.Transient($"the content could not be read: {fault.GetType().Name}").By(FaultSide.Us);
        }

        if (content is null) return Outcome.Transient("the revision's content is not stored").By(FaultSide.Us);
        var body = PushBody.Of(content, system.Generation, links);
        var result = await _call.PostAsync(system, baseUrl, system.ReceivePath, body, call.Timeout, cancellationToken);
        return DeliveryVerdict.Of(result, content, _delivery);
    }

    /// <inheritdoc/>
    public async Task<Outcome> AskAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken)
    {
        if (command.Revision > 1) return Outcome.Absent("an update is sent again: the same content replaces itself");
        if (directory.Find(command.System) is not { } system) return Outcome.Unknown("the system has no settings").By(FaultSide.Us);
        if (system.LookupPath is not { } path) return Outcome.Absent("the system has no look-up: it knows the code when it is sent again");
        if (OneStopAddress.BaseOf(system) is not { } baseUrl) return Outcome.Unknown("the system has no address that can be asked").By(FaultSide.Us);
        var result = await _call.PostAsync(system, baseUrl, path, PushBody.Lookup(command.Dossier, system), call.Timeout, cancellationToken);
        return LookupReading.Of(result, command.Dossier, _lookup) switch
        {
            LookupReading.Has => Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: true), "found by look-up"),
            LookupReading.HasNot none => Outcome.Absent(none.Reason),
            LookupReading.Unclear unclear => Outcome.Unknown(unclear.Reason).By(unclear.Side),
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }
}
