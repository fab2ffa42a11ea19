using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga;

/// <summary>The endpoints of the payment capability.</summary>
public static class PaymentEndpoints
{
    /// <summary>The obligation saga; its key is the obligation's identity.</summary>
    public const string Obligations = "obligations";

    /// <summary>The order saga; its key is the payment reference.</summary>
    public const string Orders = "orders";

    /// <summary>The inquiry saga; its key is the difference's identity.</summary>
    public const string Inquiries = "inquiries";

    /// <summary>The recorder of the registry of obligations, orders, transactions, refunds and inquiries, and of the ledger.</summary>
    public const string Registry = "payment-registry";

    /// <summary>The recorder of the events that agencies, dossiers and operators follow.</summary>
    public const string Feed = "payment-feed";

    /// <summary>Obligations, recognised at the door; another content under the same identity is a conflict.</summary>
    public const string StatedObligations = "stated-obligations";

    /// <summary>Calls of banks and intermediaries, recognised at the door by partner and transaction.</summary>
    public const string Callbacks = "payment-callbacks";

    /// <summary>Decisions on refunds, recognised at the door by their number.</summary>
    public const string RefundDecisions = "refund-decisions";

    /// <summary>Receipts, recognised at the door by series and number.</summary>
    public const string Receipts = "receipts";

    /// <summary>Answers to inquiries and steps of closing them, recognised at the door by the caller's id.</summary>
    public const string InquirySteps = "inquiry-steps";
}

/// <summary>
/// The payment capability: its messages, sagas, recorders and subscriptions. The partners' operations are the host's to add, since sagas and
/// adapters do not know each other.
/// </summary>
public static class PaymentTopology
{
    /// <summary>Adds the capability to a topology.</summary>
    public static Topology AddPayments(this Topology topology, PaymentRules rules)
    {
        AddMessages(topology);
        AddSagas(topology, rules);
        return topology
            .Recorder(
                PaymentEndpoints.Registry, typeof(UpdateObligationRow), typeof(UpdateOrderRow), typeof(KeepTransaction), typeof(KeepRefund), typeof(KeepReceiptRow),
                typeof(UpdateInquiryRow), typeof(KeepInquiryStep), typeof(PostLedgerEntry))
            .Recorder(PaymentEndpoints.Feed)
            .Entrance(PaymentEndpoints.StatedObligations)
            .Entrance(PaymentEndpoints.Callbacks)
            .Entrance(PaymentEndpoints.RefundDecisions)
            .Entrance(PaymentEndpoints.Receipts)
            .Entrance(PaymentEndpoints.InquirySteps)
            .Subscribe<CashCollected>(PaymentEndpoints.Obligations)
            .Subscribe<OrderStateChanged>(PaymentEndpoints.Feed)
            .Subscribe<OrderPaid>(PaymentEndpoints.Feed)
            .Subscribe<RefundStateChanged>(PaymentEndpoints.Feed)
            .Subscribe<RefundAsked>(PaymentEndpoints.Feed)
            .Subscribe<RefundNotAllowed>(PaymentEndpoints.Feed)
            .Subscribe<ReceiptMissing>(PaymentEndpoints.Feed)
            .Subscribe<ConfirmationGivenUp>(PaymentEndpoints.Feed)
            .Subscribe<ObligationStateChanged>(PaymentEndpoints.Feed)
            .Subscribe<ObligationPaid>(PaymentEndpoints.Feed)
            .Subscribe<DossierPaymentChanged>(PaymentEndpoints.Feed)
            .Subscribe<PaymentDifferenceFound>(PaymentEndpoints.Feed)
            .Subscribe<InquiryReminded>(PaymentEndpoints.Feed)
            .Subscribe<InquiryOverdue>(PaymentEndpoints.Feed)
            .Subscribe<ClosingNotAllowed>(PaymentEndpoints.Feed)
            .Subscribe<AnswerNotAllowed>(PaymentEndpoints.Feed)
            .Subscribe<InquiryClosed>(PaymentEndpoints.Feed);
    }

    /// <summary>Declares the event that both capabilities know: payments tell it, dossiers show it. Whichever comes first declares it.</summary>
    internal static void AddDossierPaymentChanged(this Topology topology)
    {
        if (topology.TypeNamed(MessageNameAttribute.Of(typeof(DossierPaymentChanged))) is not null) return;
        Add(topology, () => PaymentJson.Default.DossierPaymentChanged, message => message.Dossier.Value);
    }

    private static void AddSagas(Topology topology, PaymentRules rules)
    {
        var (obligations, orders, inquiries) = (new ObligationSaga(), new OrderSaga(rules), new InquirySaga(rules));
        topology
            .Saga(
                new SagaDefinition<ObligationData>(PaymentEndpoints.Obligations, () => ObligationDataJson.Default.ObligationData)
                    .StartedBy<StateObligation>(obligations)
                    .Handles<CancelObligation>(obligations, Absent.Wait)
                    .Handles<NoteOrder>(obligations, Absent.Wait)
                    .Handles<CashCollected>(obligations),
                typeof(StateObligation), typeof(CancelObligation), typeof(NoteOrder))
            .Saga(
                new SagaDefinition<OrderData>(PaymentEndpoints.Orders, () => OrderDataJson.Default.OrderData)
                    .StartedBy<OpenOrder>(orders)
                    .Handles<CancelOrder>(orders, Absent.Wait)
                    // The door has the order's row before the saga has its state: a citizen, and even a bank, may be quicker.
                    .Handles<StartPayment>(orders, Absent.Wait)
                    .Handles<RecordPayment>(orders, Absent.Wait)
                    .Handles<SettleOrder>(orders, Absent.Wait)
                    .Handles<KeepReceipt>(orders, Absent.Wait)
                    .Handles<AskRefund>(orders, Absent.RefuseAtTheDoor)
                    .Handles<DecideRefund>(orders, Absent.RefuseAtTheDoor)
                    .Handles<PaymentNotKnown>(orders)
                    .Handles<RefundTaken>(orders)
                    .Handles<RefundMade>(orders)
                    .Handles<RefundRejected>(orders)
                    .Handles<RefundNotShown>(orders)
                    .Handles<ConfirmationTaken>(orders)
                    .Handles<ConfirmationNotTaken>(orders)
                    .Handles<ClockFired>(orders)
                    .Handles<ClockMoved>(orders),
                typeof(OpenOrder), typeof(CancelOrder), typeof(StartPayment), typeof(RecordPayment), typeof(SettleOrder), typeof(KeepReceipt), typeof(AskRefund),
                typeof(DecideRefund))
            .Saga(
                new SagaDefinition<InquiryData>(PaymentEndpoints.Inquiries, () => InquiryDataJson.Default.InquiryData)
                    .StartedBy<OpenInquiry>(inquiries)
                    .Handles<AnswerInquiry>(inquiries, Absent.RefuseAtTheDoor)
                    .Handles<ProposeClosing>(inquiries, Absent.RefuseAtTheDoor)
                    .Handles<DecideClosing>(inquiries, Absent.RefuseAtTheDoor)
                    .Handles<ResolveInquiry>(inquiries, Absent.Wait)
                    .Handles<CarryInquiry>(inquiries, Absent.Wait)
                    .Handles<ClockFired>(inquiries)
                    .Handles<ClockMoved>(inquiries),
                typeof(OpenInquiry), typeof(AnswerInquiry), typeof(ProposeClosing), typeof(DecideClosing), typeof(ResolveInquiry), typeof(CarryInquiry));
    }

    private static void AddMessages(Topology topology)
    {
        var json = PaymentJson.Default;
        Add(topology, () => json.StateObligation, message => message.Obligation.Value);
        Add(topology, () => json.CancelObligation, message => message.Obligation.Value);
        Add(topology, () => json.OpenOrder, message => message.Reference.Value);
        Add(topology, () => json.CancelOrder, message => message.Reference.Value);
        Add(topology, () => json.NoteOrder, message => message.Obligation.Value);
        Add(topology, () => json.StartPayment, message => message.Reference.Value);
        Add(topology, () => json.RecordPayment, message => message.Reference.Value);
        Add(topology, () => json.AskPayment, message => message.Reference.Value);
        Add(topology, () => json.PaymentNotKnown, message => message.Reference.Value);
        Add(topology, () => json.RefundPayment, message => message.Reference.Value);
        Add(topology, () => json.AskRefundState, message => message.Reference.Value);
        Add(topology, () => json.RefundTaken, message => message.Reference.Value);
        Add(topology, () => json.RefundMade, message => message.Reference.Value);
        Add(topology, () => json.RefundRejected, message => message.Reference.Value);
        Add(topology, () => json.RefundNotShown, message => message.Reference.Value);
        Add(topology, () => json.AskRefund, message => message.Reference.Value);
        Add(topology, () => json.DecideRefund, message => message.Reference.Value);
        Add(topology, () => json.SettleOrder, message => message.Reference.Value);
        Add(topology, () => json.KeepReceipt, message => message.Reference.Value);
        Add(topology, () => json.ConfirmPayment, message => message.Reference.Value);
        Add(topology, () => json.ConfirmationTaken, message => message.Reference.Value);
        Add(topology, () => json.ConfirmationNotTaken, message => message.Reference.Value);
        Add(topology, () => json.OpenInquiry, message => message.Difference);
        Add(topology, () => json.AnswerInquiry, message => message.Difference);
        Add(topology, () => json.ProposeClosing, message => message.Difference);
        Add(topology, () => json.DecideClosing, message => message.Difference);
        Add(topology, () => json.ResolveInquiry, message => message.Difference);
        Add(topology, () => json.CarryInquiry, message => message.Difference);
        Add(topology, () => json.OrderStateChanged, message => message.Reference.Value);
        Add(topology, () => json.OrderPaid, message => message.Reference.Value);
        Add(topology, () => json.RefundStateChanged, message => message.Reference.Value);
        Add(topology, () => json.RefundAsked, message => message.Reference.Value);
        Add(topology, () => json.RefundNotAllowed, message => message.Reference.Value);
        Add(topology, () => json.ReceiptMissing, message => message.Reference.Value);
        Add(topology, () => json.ConfirmationGivenUp, message => message.Reference.Value);
        Add(topology, () => json.ObligationStateChanged, message => message.Obligation.Value);
        Add(topology, () => json.ObligationPaid, message => message.Obligation.Value);
        topology.AddDossierPaymentChanged();
        topology.AddCashCollected();
        Add(topology, () => json.PaymentDifferenceFound, message => message.Difference);
        Add(topology, () => json.InquiryReminded, message => message.Difference);
        Add(topology, () => json.InquiryOverdue, message => message.Difference);
        Add(topology, () => json.ClosingNotAllowed, message => message.Difference);
        Add(topology, () => json.AnswerNotAllowed, message => message.Difference);
        Add(topology, () => json.InquiryClosed, message => message.Difference);
        Add(topology, () => json.UpdateOrderRow, message => message.Reference.Value);
        Add(topology, () => json.KeepTransaction, message => message.Reference.Value);
        Add(topology, () => json.KeepRefund, message => message.Reference.Value);
        Add(topology, () => json.KeepReceiptRow, message => message.Reference.Value);
        Add(topology, () => json.UpdateObligationRow, message => message.Obligation.Value);
        Add(topology, () => json.UpdateInquiryRow, message => message.Difference);
        Add(topology, () => json.KeepInquiryStep, message => message.Difference);
        Add(topology, () => json.PostLedgerEntry, message => message.Reference.Value);
    }

    private static void Add<TMessage>(Topology topology, Func<JsonTypeInfo<TMessage>> json, Func<TMessage, string> key)
        where TMessage : class =>
        topology.Message(new MessageType<TMessage>(MessageNameAttribute.Of(typeof(TMessage)), json, key));
}
