using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>
/// Looks for what status 6 has stated of a dossier already, so that nobody is charged twice for one fee, whichever statement comes first. (Fees that
/// are listed after the agency's own statement are <see cref="OneStop.Pushes.ListedObligations"/>'s to recognise.)
/// </summary>
internal sealed class ListedTwins(ObligationLookup obligations)
{
    /// <summary>Finds it; null when status 6 states nothing that matters.</summary>
    public async Task<ListedTwin?> FindAsync(StatedObligation stated, CancellationToken cancellationToken)
    {
        if (stated is not { Dossier: { } dossier, Listed: { } id } || id == stated.Id) return null;
        var known = await obligations.OfDossierAsync(dossier, cancellationToken);
        if (known.FirstOrDefault(row => row.Obligation == id) is not { } listed || known.Any(row => row.Obligation == stated.Id)) return null;
        // One of several statements may be the last part of what the lines come to.
        var others = known.Where(row => row.Obligation != id && IsStanding(row.State));
        var isSame = Vnd.Sum([stated.Amount, .. others.Select(row => row.Amount)]) == listed.Amount || stated.Amount == listed.Amount;
        return listed.State switch
        {
            ObligationState.Cancelled or ObligationState.Refunded => null,
            // What expired is still paid when the money comes late.
            ObligationState.Open or ObligationState.Expired => isSame ? new ListedTwin.Replaced(id) : new ListedTwin.Other(listed.Amount),
            _ => isSame ? new ListedTwin.Paid(id) : null,
        };
    }

    private static bool IsStanding(ObligationState state) =>
        state is ObligationState.Open or ObligationState.PartlyPaid or ObligationState.Paid or ObligationState.Settled;
}
