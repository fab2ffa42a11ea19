using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Parcels;

/// <summary>
/// One parcel of a dossier with the public post (A33.2a): it is ordered when there is something to carry, followed to its end, and told of
/// when it is late or lost. A result that was handed over closes the dossier's last step.
/// </summary>
public sealed partial class ParcelSaga(ParcelRules rules) :
    Saga<ParcelData>,
    IStartedBy<ParcelData, ParcelAsked>,
    IStartedBy<ParcelData, ParcelWanted>,
    IHandle<ParcelData, ParcelNotWanted>,
    IHandle<ParcelData, ReorderParcel>,
    IHandle<ParcelData, CancelParcel>,
    IHandle<ParcelData, CloseParcel>
{
    /// <summary>The applicant asked for it: the post is told of the dossier, and there is nothing to carry yet.</summary>
    public Decision<ParcelData> Handle(ParcelData? state, ParcelAsked message, Occasion occasion)
    {
        if (state is not null) return Become(state);
        var decision = Begin(message.Parcel, message, occasion);
        decision.PublishState(from: null);
        return decision.Done();
    }

    /// <summary>There is something to carry. One that is being cancelled is ordered anew once the post has cancelled it.</summary>
    public Decision<ParcelData> Handle(ParcelData? state, ParcelWanted message, Occasion occasion)
    {
        var decision = state is null
            ? Begin(message.Parcel, new ParcelAsked(message.Parcel, message.Agency, message.Services, message.Since), occasion)
            : new ParcelDeciding(state, rules, occasion);
        var data = decision.Data;
        if (data.State is ParcelState.Asked or ParcelState.Cancelled)
        {
            decision.Data = data with { WantedSince = WholeSeconds.Of(message.Since), Fees = message.Fees is { Count: > 0 } fees ? fees : null };
            decision.Order();
        }
        else if (!data.IsWanted)
        {
            decision.Data = data with { IsWanted = true, WantedSince = WholeSeconds.Of(message.Since) };
        }

        return decision.Done();
    }

    /// <summary>There is nothing to carry any more.</summary>
    public Decision<ParcelData> Handle(ParcelData state, ParcelNotWanted message, Occasion occasion)
    {
        var decision = new ParcelDeciding(state, rules, occasion);
        decision.BeUnwanted();
        return decision.Done();
    }

    /// <summary>An operator orders it once more.</summary>
    public Decision<ParcelData> Handle(ParcelData state, ReorderParcel message, Occasion occasion)
    {
        var decision = new ParcelDeciding(state, rules, occasion);
        if (state.State is not (ParcelState.Held or ParcelState.Returned or ParcelState.Failed or ParcelState.Cancelled)) return Become(state);
        decision.Keep(ParcelStep.Reordered, by: message.RequestedBy);
        decision.Order();
        return decision.Done();
    }

    /// <summary>An operator cancels it.</summary>
    public Decision<ParcelData> Handle(ParcelData state, CancelParcel message, Occasion occasion)
    {
        var decision = new ParcelDeciding(state, rules, occasion);
        decision.Keep(ParcelStep.CancelAsked, message.Reason, message.CancelledBy);
        decision.BeUnwanted();
        return decision.Done();
    }

    /// <summary>An operator says what became of it, in the post's place. Where no edge leads there, his word is kept and nothing changes.</summary>
    public Decision<ParcelData> Handle(ParcelData state, CloseParcel message, Occasion occasion)
    {
        var decision = new ParcelDeciding(state, rules, occasion);
        decision.Keep(ParcelStep.Closed, $"{ParcelStateNames.Of(message.State)}: {message.Reason}", message.ClosedBy);
        if (ParcelGraph.IsEnd(message.State) && ParcelGraph.Table.Find(state.State, message.State) is { Cause: ParcelCause.Tracking })
        {
            decision.MoveTo(message.State, message.At > occasion.Now ? occasion.Now : message.At);
            if (message.State == ParcelState.Delivered) decision.HandOver(message.RequestId.ToString("N")[16..]);
        }
        else
        {
            decision.Data = state with { Remark = $"Không thể chuyển từ {ParcelStateNames.Of(state.State)} sang {ParcelStateNames.Of(message.State)}" };
        }

        return decision.Done();
    }

    private ParcelDeciding Begin(ParcelId parcel, ParcelAsked asked, Occasion occasion)
    {
        var at = WholeSeconds.Of(asked.At);
        var data = new ParcelData { Parcel = parcel, Agency = asked.Agency, Services = asked.Services, Since = at, StageSince = at, WantedSince = at };
        var decision = new ParcelDeciding(data, rules, occasion) { IsNew = true };
        if (rules.RegistersDocuments) decision.Send(new RegisterPostDocument(parcel, asked.Agency, asked.Services));
        return decision;
    }
}
