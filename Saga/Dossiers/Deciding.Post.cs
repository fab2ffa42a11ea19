using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Dossiers;

/// <content>What the public post carries for the dossier (A33.2a): of centrally served dossiers only; for others the agency orders it (A33.4).</content>
internal sealed partial class Deciding
{
    /// <summary>The dossier sets out to its agency: papers are collected now, a result is announced.</summary>
    public void AskPost()
    {
        if (!Data.Central || Data.Agency is not { } agency) return;
        if (Data.Post.HasFlag(PostServices.CollectPapers))
        {
            Publish(new ParcelWanted(ParcelId.Of(Data.Dossier, ParcelKind.Papers), agency, Data.Post, WholeSeconds.Of(occasion.Now)));
            Data = Data with { Posted = Data.Posted | PostServices.CollectPapers };
        }

        if (Data.Post.HasFlag(PostServices.ReturnResult)) Publish(new ParcelAsked(ParcelId.Of(Data.Dossier, ParcelKind.Result), agency, Data.Post, Data.FiledAt));
    }

    /// <summary>
    /// The result is wanted when there is one, and not any more when the dossier turns out to be elsewhere; papers are not collected for a
    /// dossier that has ended without a result.
    /// </summary>
    private void FollowPost(Shown before, Shown now)
    {
        if (Data.Post == PostServices.None || !Data.Central || Data.Agency is not { } agency) return;
        if (now.State == before.State) return;
        var hasEnded = StateGraph.IsFinal(now.State) && now.State != DossierState.Returned;
        if (hasEnded && Data.Posted.HasFlag(PostServices.CollectPapers)) TakeBack(ParcelKind.Papers, PostServices.CollectPapers, now.Since);
        if (!Data.Post.HasFlag(PostServices.ReturnResult)) return;

        var isPosted = Data.Posted.HasFlag(PostServices.ReturnResult);
        if (now.State == DossierState.Processed && !isPosted)
        {
            Publish(new ParcelWanted(ParcelId.Of(Data.Dossier, ParcelKind.Result), agency, Data.Post, now.Since, FeesToCollect()));
            Data = Data with { Posted = Data.Posted | PostServices.ReturnResult };
        }
        else if (hasEnded || (isPosted && now.State is not (DossierState.Processed or DossierState.Returned)))
        {
            TakeBack(ParcelKind.Result, PostServices.ReturnResult, now.Since);
        }
    }

    private void TakeBack(ParcelKind kind, PostServices service, DateTimeOffset since)
    {
        Publish(new ParcelNotWanted(ParcelId.Of(Data.Dossier, kind), since));
        Data = Data with { Posted = Data.Posted & ~service };
    }

    /// <summary>What is open of the dossier's fees, when the applicant wants to pay the postman.</summary>
    private List<FeeToCollect>? FeesToCollect()
    {
        if (!Data.Post.HasFlag(PostServices.CashOnDelivery)) return null;
        var open = (Data.Fees ?? [])
            .Where(fee => fee.State is ObligationState.Open or ObligationState.PartlyPaid && fee.Amount > fee.Paid)
            .Select(fee => new FeeToCollect(fee.Obligation, fee.Amount - fee.Paid))
            .ToList();
        return open.Count == 0 ? null : open;
    }
}
