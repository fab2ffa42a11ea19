using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Parcels;

/// <content>What the post says, and what happens when it says nothing.</content>
public sealed partial class ParcelSaga :
    IHandle<ParcelData, PostOrderCreated>,
    IHandle<ParcelData, PostOrderNotCreated>,
    IHandle<ParcelData, PostOrderCancelled>,
    IHandle<ParcelData, PostOrderNotCancelled>,
    IHandle<ParcelData, PostDocumentAnswered>,
    IHandle<ParcelData, RecordTracking>,
    IHandle<ParcelData, ClockFired>,
    IHandle<ParcelData, ClockMoved>
{
    /// <summary>The post has the order. One that nobody wants any more is cancelled at once; its tracking is followed in either case.</summary>
    public Decision<ParcelData> Handle(ParcelData state, PostOrderCreated message, Occasion occasion)
    {
        var decision = new ParcelDeciding(state, rules, occasion);
        if (!rules.Customers.Contains(message.Customer)) decision.Send(new FollowTracking(message.Customer));
        if (message.Order != state.Order) return decision.Done();
        decision.Data = state with { Customer = message.Customer };
        if (state.State != ParcelState.Ordered) return decision.Done();
        decision.Hear(occasion.Now);
        decision.MoveTo(ParcelState.Created, occasion.Now);
        decision.Keep(ParcelStep.Created, message.AlreadyThere ? "bưu chính đã có đơn này từ trước" : null);
        if (!state.IsWanted) decision.AskToCancel();
        return decision.Done();
    }

    /// <summary>The post cannot have the order as it is: it waits for somebody to put that right.</summary>
    public Decision<ParcelData> Handle(ParcelData state, PostOrderNotCreated message, Occasion occasion)
    {
        if (message.Order != state.Order || state.State != ParcelState.Ordered) return Become(state);
        var decision = new ParcelDeciding(state, rules, occasion);
        decision.Keep(ParcelStep.Held, message.Reason);
        decision.Data = state with { Remark = message.Reason, Obstacle = message.Obstacle };
        decision.MoveTo(state.IsWanted ? ParcelState.Held : ParcelState.Cancelled, occasion.Now);
        return decision.Done();
    }

    /// <summary>The post cancelled the order. A parcel that is wanted again by now is ordered anew.</summary>
    public Decision<ParcelData> Handle(ParcelData state, PostOrderCancelled message, Occasion occasion)
    {
        if (message.Order != state.Order || state.State is ParcelState.Cancelled) return Become(state);
        var decision = new ParcelDeciding(state, rules, occasion);
        decision.Keep(ParcelStep.Cancelled);
        if (state.State != ParcelState.Created)
        {
            // It crossed with the picking up: what the tracking says counts.
            decision.Data = state with { Remark = "Bưu chính báo đã huỷ đơn, nhưng hành trình cho thấy bưu gửi đã đi" };
            return decision.Done();
        }

        decision.MoveTo(ParcelState.Cancelled, occasion.Now);
        if (state.IsWanted) decision.Order();
        return decision.Done();
    }

    /// <summary>The post will not cancel the order: it goes on.</summary>
    public Decision<ParcelData> Handle(ParcelData state, PostOrderNotCancelled message, Occasion occasion)
    {
        if (message.Order != state.Order) return Become(state);
        var decision = new ParcelDeciding(state, rules, occasion);
        decision.Keep(ParcelStep.CancelRefused, message.Reason);
        decision.Data = state with { IsWanted = true, Remark = $"Bưu chính không huỷ đơn: {message.Reason}" };
        return decision.Done();
    }

    /// <summary>What came of telling the post of the dossier. Nothing waits for it.</summary>
    public Decision<ParcelData> Handle(ParcelData state, PostDocumentAnswered message, Occasion occasion)
    {
        var decision = new ParcelDeciding(state, rules, occasion);
        decision.Keep(message.IsRegistered ? ParcelStep.DocumentRegistered : ParcelStep.DocumentRefused, message.Reason);
        return decision.Done();
    }

    /// <summary>An event of the post's tracking: it counts once, and leads only where an edge leads.</summary>
    public Decision<ParcelData> Handle(ParcelData state, RecordTracking message, Occasion occasion)
    {
        var told = message.Event;
        if (state.Seen.Contains(told.Id)) return Become(state);
        var decision = new ParcelDeciding(state, rules, occasion);
        decision.Data = state with { Seen = [.. state.Seen.TakeLast(rules.EventsRemembered - 1), told.Id] };
        if (message.Order != state.Order || state.Attempt == 0)
        {
            decision.Data = decision.Data with { Remark = $"Bưu chính báo về đơn {message.Order}: {told.StatusCode}" };
            return decision.Done();
        }

        decision.Hear(told.At);
        if (told.ItemCode is { Length: > 0 } item) decision.Data = decision.Data with { ItemCode = item };
        Follow(decision, told);
        return decision.Done();
    }

    /// <summary>A clock came due. A clock that does not run any more says nothing.</summary>
    public Decision<ParcelData> Handle(ParcelData state, ClockFired message, Occasion occasion)
    {
        if (ParcelDeciding.TermsOf(state, message.Clock, rules) is null) return Become(state);
        var decision = new ParcelDeciding(state, rules, occasion) { Fired = message.Clock };
        if (message.Clock == ParcelClocks.Late)
        {
            decision.Data = state with { Alarms = state.Alarms | ParcelAlarms.Late };
            decision.Publish(new ParcelLate(state.Parcel, state.State, state.Since, message.Due));
        }
        else
        {
            decision.Data = state with { Alarms = state.Alarms | ParcelAlarms.Lost };
            decision.Publish(new ParcelLost(state.Parcel, state.State, state.HeardAt ?? state.Since));
        }

        return decision.Done();
    }

    /// <summary>A new calendar moved a clock: what is shown follows.</summary>
    public Decision<ParcelData> Handle(ParcelData state, ClockMoved message, Occasion occasion)
    {
        var decision = new ParcelDeciding(state, rules, occasion);
        if (message.Clock == ParcelClocks.Late) decision.Data = state with { Due = Dossiers.WholeSeconds.Of(message.Due) };
        return decision.Done();
    }

    /// <summary>Goes where the post says the parcel is.</summary>
    private static void Follow(ParcelDeciding decision, TrackingEvent told)
    {
        var (state, since) = (decision.Data.State, decision.Data.Since);
        if (told.State is not { } target)
        {
            decision.Data = decision.Data with { Remark = $"Mã trạng thái chưa có trong bảng: {told.StatusCode}" };
            return;
        }

        // What was at an end goes on only by a later word.
        if (target == state || (ParcelGraph.IsEnd(state) && told.At < since)) return;
        if (!ParcelGraph.LeadsByTracking(state, target))
        {
            if (ParcelGraph.IsEnd(state)) decision.Data = decision.Data with { Remark = $"Bưu chính báo {ParcelStateNames.Of(target)} sau {ParcelStateNames.Of(state)}" };
            return;
        }

        decision.MoveTo(target, told.At);
        if (target == ParcelState.Delivered) decision.HandOver(told.Id[^16..]);
    }
}
