using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <content>What becomes of the dossier's fees.</content>
public sealed partial class DossierSaga : IHandle<DossierData, DossierPaymentChanged>
{
    /// <summary>
    /// An obligation of the dossier was stated, or stands elsewhere than before. The dossier shows it, and moves along no edge for it: a paid
    /// obligation does not make a dossier received, only the agency's status does (decisions, Payments).
    /// </summary>
    public Decision<DossierData> Handle(DossierData state, DossierPaymentChanged message, Occasion occasion)
    {
        var fee = new DossierFee(message.Obligation, message.State, message.Amount, message.Paid, WholeSeconds.Of(message.At));
        var fees = state.Fees ?? [];
        var known = fees.FirstOrDefault(other => other.Obligation == fee.Obligation);
        if (known == fee || known?.At > fee.At) return Become(state);
        // The registry has them all; the state has those that changed last, within its budget.
        var others = fees.Where(other => other.Obligation != fee.Obligation).TakeLast(rules.FeesRemembered - 1);
        return Become(state with { Fees = [.. others, fee] });
    }
}
