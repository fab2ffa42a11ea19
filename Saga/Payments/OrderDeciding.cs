using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Payments;

/// <summary>
/// A decision on an order in the making: the data as it becomes, and the effects. What was told changes the data; <see cref="Done"/> sees
/// where that leads and turns every difference into events, clocks and the registry's row.
/// </summary>
internal sealed partial class OrderDeciding(OrderData before, PaymentRules rules, Occasion occasion)
{
    private readonly OrderData _before = before;
    private readonly List<Effect> _effects = [];

    /// <summary>The data as it becomes.</summary>
    public OrderData Data { get; set; } = before;

    /// <summary>Whether the order has just been opened: it has no clock and no row yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The clock that has just fired; null for none.</summary>
    public string? Fired { get; init; }

    private DateTimeOffset Now => WholeSeconds.Of(occasion.Now);

    /// <summary>The finished decision.</summary>
    public Decision<OrderData> Done()
    {
        NoteSettlement();
        var edge = FollowState();
        FollowClocks();
        var row = RowOf(Data);
        if (IsNew || row != RowOf(_before)) Send(row);
        var decision = new Decision<OrderData>(Data).With(_effects);
        return edge is null ? decision : decision.Took(edge);
    }

    private void Send(object command) => _effects.Add(new SendEffect(command));

    private void Publish(object @event) => _effects.Add(new PublishEffect(@event));

    private string? FollowState()
    {
        var (from, state) = (Data.State, OrderGraph.StateOf(Data));
        var changed = Data.Covering is { } covering && covering.Index != _before.Covering?.Index;
        if (from == state)
        {
            if (Data.NetPaid != _before.NetPaid) Send(new NoteOrder(Data.Obligation, Data.Reference, state, Data.NetPaid, Now));
            // Another payment pays it: its number is another.
            if (changed) PublishPaid();
            if (changed && rules.ConfirmedStates.Contains(state)) BeginConfirmation();
            return null;
        }

        var edge = OrderGraph.Table.Take(from, state);
        Data = Data with { State = state, Since = Now };
        Publish(new OrderStateChanged(Data.Reference, Data.Obligation, Data.Agency, from, state, Data.Since));
        Send(new NoteOrder(Data.Obligation, Data.Reference, state, Data.NetPaid, Data.Since));
        if (changed) PublishPaid();
        FollowConfirmation(from);
        return edge.Name;
    }

    private void PublishPaid()
    {
        if (Data.Covering is { } paid)
        {
            Publish(new OrderPaid(
                Data.Reference, Data.Obligation, Data.Agency, Data.Amount, paid.Partner, paid.Number, paid.PaidAt, IsLate: paid.PaidAt > Data.ExpiresAt));
        }
    }

    private static UpdateOrderRow RowOf(OrderData data)
    {
        var money = data.Transactions.Select(data.MoneyOf).ToList();
        return new UpdateOrderRow(
            data.Reference,
            data.State,
            data.Since,
            Vnd.Sum(data.Transactions.Where(transaction => !transaction.IsReversed).Select(transaction => transaction.Amount)),
            Vnd.Sum(money.Select(one => one.Refunded)),
            Vnd.Sum(money.Select(one => one.Refunding)),
            Vnd.Sum(data.Transactions.Select(transaction => transaction.Settled)) - Vnd.Sum(money.Select(one => one.RefundedOfSettled)),
            data.Covering?.Partner,
            data.Covering?.Number,
            data.Confirmed,
            data.Differences.Count);
    }
}
