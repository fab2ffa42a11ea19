using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Payments;

/// <summary>
/// One order: what goes to one beneficiary account (A24-A26). It decides when the order is paid, whom to ask, what goes back, and what is a
/// difference for people. Partners may repeat, reorder and contradict themselves: money that came is recorded once and never lost.
/// </summary>
/// <remarks>
/// Late payments (ours): an expired order that is paid in full is paid; a cancelled one's money goes back before settlement. Only one
/// transaction of at least the order's amount pays it: short ones are never added up, they stay open as differences.
/// </remarks>
public sealed partial class OrderSaga(PaymentRules rules) :
    Saga<OrderData>,
    IStartedBy<OrderData, OpenOrder>,
    IHandle<OrderData, CancelOrder>,
    IHandle<OrderData, ClockFired>,
    IHandle<OrderData, ClockMoved>
{
    /// <summary>The order can be paid from now on.</summary>
    public Decision<OrderData> Handle(OrderData? state, OpenOrder message, Occasion occasion)
    {
        if (state is not null) return Become(state);
        var data = new OrderData
        {
            Reference = message.Reference,
            Obligation = message.Obligation,
            Agency = message.Agency,
            Calendar = message.Calendar,
            Account = message.Beneficiary.Key,
            Amount = message.Amount,
            ExpiresAt = WholeSeconds.Of(message.ExpiresAt),
            ConfirmTo = message.ConfirmTo,
            Since = WholeSeconds.Of(occasion.Now),
        };
        return new OrderDeciding(data, rules, occasion) { IsNew = true }.Done();
    }

    /// <summary>The agency took the obligation back. A paid order stays paid, but for that a reversal would leave it cancelled.</summary>
    public Decision<OrderData> Handle(OrderData state, CancelOrder message, Occasion occasion)
    {
        if (state.IsCancelled) return Become(state);
        return Decide(state, occasion, decision =>
        {
            decision.Data = state with { IsCancelled = true };
            decision.PayBackUnused();
        });
    }

    /// <summary>A clock came due. A clock that does not run any more says nothing.</summary>
    public Decision<OrderData> Handle(OrderData state, ClockFired message, Occasion occasion)
    {
        if (OrderDeciding.DueOf(state, message.Clock) is null) return Become(state);
        var decision = new OrderDeciding(state, rules, occasion) { Fired = message.Clock };
        switch (message.Clock)
        {
            case OrderClocks.Expiry:
                decision.Data = state with { IsExpired = true };
                break;
            case OrderClocks.Asking:
                decision.AskPartners();
                break;
            case OrderClocks.Refunds:
                decision.AskRefunds();
                break;
            case OrderClocks.Confirming:
                decision.ConfirmAgain();
                break;
            default:
                decision.MissReceipt();
                break;
        }

        return decision.Done();
    }

    /// <summary>A new calendar moved the receipt's clock, of which nothing is shown before it fires.</summary>
    public Decision<OrderData> Handle(OrderData state, ClockMoved message, Occasion occasion) => Become(state);

    private Decision<OrderData> Decide(OrderData state, Occasion occasion, Action<OrderDeciding> decide)
    {
        var decision = new OrderDeciding(state, rules, occasion);
        decide(decision);
        return decision.Done();
    }
}
