using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Payments;

/// <content>Refunds, and the answers of partners and of the ministry's system.</content>
public sealed partial class OrderSaga :
    IHandle<OrderData, AskRefund>,
    IHandle<OrderData, DecideRefund>,
    IHandle<OrderData, RefundTaken>,
    IHandle<OrderData, RefundMade>,
    IHandle<OrderData, RefundRejected>,
    IHandle<OrderData, RefundNotShown>,
    IHandle<OrderData, ConfirmationTaken>,
    IHandle<OrderData, ConfirmationNotTaken>
{
    /// <summary>Somebody asks the agency for a refund.</summary>
    public Decision<OrderData> Handle(OrderData state, AskRefund message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.Ask(message));

    /// <summary>The agency decided on a refund.</summary>
    public Decision<OrderData> Handle(OrderData state, DecideRefund message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.Decide(message));

    /// <summary>The partner accepted a refund.</summary>
    public Decision<OrderData> Handle(OrderData state, RefundTaken message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.RefundIsTaken(message.Number));

    /// <summary>A refund is done.</summary>
    public Decision<OrderData> Handle(OrderData state, RefundMade message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.RefundIsMade(message.Number));

    /// <summary>The partner will not refund.</summary>
    public Decision<OrderData> Handle(OrderData state, RefundRejected message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.RefundIsRejected(message.Number, message.Reason));

    /// <summary>The partner shows nothing of a refund that it had accepted.</summary>
    public Decision<OrderData> Handle(OrderData state, RefundNotShown message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.RefundIsNotShown(message.Number));

    /// <summary>The ministry's system knows.</summary>
    public Decision<OrderData> Handle(OrderData state, ConfirmationTaken message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.ConfirmationIsTaken(message.Number));

    /// <summary>The ministry's system does not know yet.</summary>
    public Decision<OrderData> Handle(OrderData state, ConfirmationNotTaken message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.ConfirmationIsNotTaken(message.Number));
}
