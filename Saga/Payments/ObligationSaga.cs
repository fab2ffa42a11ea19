using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Payments;

/// <summary>
/// What an agency stated to be paid (A25.2). Its orders do the work; it is paid when all of them are, and tells the dossier and the agency
/// so. That a dossier's fees are paid does not make it received.
/// </summary>
public sealed class ObligationSaga :
    Saga<ObligationData>,
    IStartedBy<ObligationData, StateObligation>,
    IHandle<ObligationData, CancelObligation>,
    IHandle<ObligationData, NoteOrder>,
    IHandle<ObligationData, CashCollected>
{
    /// <summary>The partner's code under which what postmen collected is recorded.</summary>
    private const string Post = "vnpost";

    /// <summary>Opens the orders that the door's answer named.</summary>
    public Decision<ObligationData> Handle(ObligationData? state, StateObligation message, Occasion occasion)
    {
        // The door takes an identity once: a second statement of it can only be this message delivered again.
        if (state is not null) return Become(state);
        var data = new ObligationData
        {
            Obligation = message.Obligation,
            Dossier = message.Dossier,
            Agency = message.Agency,
            Orders = [.. message.Orders.Select(order => new OrderStanding(order.Reference, order.Amount, OrderState.Open))],
            Since = WholeSeconds.Of(occasion.Now),
        };
        var decision = Become(data).Send(RowOf(data));
        foreach (var order in message.Orders)
        {
            decision.Send(new OpenOrder(
                order.Reference, message.Obligation, message.Agency, message.Calendar, order.Beneficiary, order.Amount, message.ExpiresAt, message.ConfirmTo));
        }

        if (data.Dossier is not null) decision.Publish(ForDossier(data));
        return decision;
    }

    /// <summary>The agency took it back: no order of it is to be paid any more.</summary>
    public Decision<ObligationData> Handle(ObligationData state, CancelObligation message, Occasion occasion)
    {
        if (state.IsCancelled) return Become(state);
        // It was paid before the other's statement came here: of the two, the one that has the money stands.
        if (message.InFavourOf is { } other && state.Orders.Any(order => order.IsPaid))
        {
            return Become(state).Send(new CancelObligation(other, message.Reason, message.CancelledBy));
        }

        var decision = Follow(state, state with { IsCancelled = true }, occasion);
        foreach (var order in state.Orders) decision.Send(new CancelOrder(order.Reference, message.Reason));
        return decision;
    }

    /// <summary>An order's state changed, or what is paid of it.</summary>
    public Decision<ObligationData> Handle(ObligationData state, NoteOrder message, Occasion occasion)
    {
        var orders = state.Orders.Select(order => order.Reference == message.Reference ? order with { State = message.State, Paid = message.Paid } : order);
        return Follow(state, state with { Orders = [.. orders] }, occasion);
    }

    /// <summary>
    /// A postman collected money for it: it is recorded on the orders that are open, and what is too much on the first, where it is seen to be.
    /// </summary>
    public Decision<ObligationData> Handle(ObligationData state, CashCollected message, Occasion occasion)
    {
        var (decision, left, number) = (Become(state), message.Amount, 0);
        foreach (var order in state.Orders.Where(order => !order.IsPaid && order.Amount > order.Paid))
        {
            var part = order.Amount - order.Paid < left ? order.Amount - order.Paid : left;
            if (!part.IsPositive) break;
            decision.Send(Collected(order.Reference, message, part, ++number));
            left -= part;
        }

        return left.IsPositive ? decision.Send(Collected(state.Orders[0].Reference, message, left, ++number)) : decision;
    }

    /// <summary>The postal order is the number of the transaction; several orders paid at once are told apart behind it.</summary>
    private static RecordPayment Collected(PaymentReference order, CashCollected cash, Vnd amount, int number) => new(
        order, Post, number == 1 ? cash.Order.Value : $"{cash.Order.Value}#{number}", PaymentResult.Paid, amount, PaymentSource.Callback, cash.At, BankDate: null);

    private static Decision<ObligationData> Follow(ObligationData before, ObligationData data, Occasion occasion)
    {
        var state = ObligationGraph.StateOf(data);
        if (state == before.State)
        {
            var same = Become(data);
            if (data.Paid == before.Paid) return same;
            if (data.Dossier is not null) same.Publish(ForDossier(data));
            return same.Send(RowOf(data));
        }

        var edge = ObligationGraph.Table.Take(before.State, state);
        data = data with { State = state, Since = WholeSeconds.Of(occasion.Now) };
        var decision = Become(data).Took(edge.Name).Send(RowOf(data))
            .Publish(new ObligationStateChanged(data.Obligation, data.Agency, before.State, state, data.Since));
        if (state == ObligationState.Paid) decision.Publish(new ObligationPaid(data.Obligation, data.Dossier, data.Agency, data.Amount, data.Since));
        return data.Dossier is null ? decision : decision.Publish(ForDossier(data));
    }

    private static UpdateObligationRow RowOf(ObligationData data) => new(data.Obligation, data.State, data.Since, data.Amount, data.Paid);

    private static DossierPaymentChanged ForDossier(ObligationData data) =>
        new(data.Dossier!.Value, data.Obligation, data.State, data.Amount, data.Paid, data.Since);
}
