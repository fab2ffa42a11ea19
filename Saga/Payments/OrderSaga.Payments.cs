using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Payments;

/// <content>Payments, and what reaches the beneficiary.</content>
public sealed partial class OrderSaga :
    IHandle<OrderData, StartPayment>,
    IHandle<OrderData, RecordPayment>,
    IHandle<OrderData, PaymentNotKnown>,
    IHandle<OrderData, SettleOrder>,
    IHandle<OrderData, KeepReceipt>
{
    /// <summary>The citizen chose a partner.</summary>
    public Decision<OrderData> Handle(OrderData state, StartPayment message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.Start(message));

    /// <summary>A partner told what became of a payment, be it by a call, an answer or its statement.</summary>
    public Decision<OrderData> Handle(OrderData state, RecordPayment message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        switch (message.Result)
        {
            case PaymentResult.Paid:
                decision.Collect(message);
                break;
            case PaymentResult.Failed:
                decision.Fail(message);
                break;
            case PaymentResult.Reversed:
                decision.Reverse(message);
                break;
            default:
                decision.Doubt(message);
                break;
        }
    });

    /// <summary>The partner knows of no payment.</summary>
    public Decision<OrderData> Handle(OrderData state, PaymentNotKnown message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.NotKnown(message));

    /// <summary>A statement line shows the money on the beneficiary's account.</summary>
    public Decision<OrderData> Handle(OrderData state, SettleOrder message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.Settle(message));

    /// <summary>The agency gave its receipt.</summary>
    public Decision<OrderData> Handle(OrderData state, KeepReceipt message, Occasion occasion) =>
        Decide(state, occasion, decision => decision.KeepReceipt(message));
}
