using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Chance;

namespace DichVuCong.Simulation.Partners.Banks;

/// <summary>
/// We order a refund. A request that arrives twice is one; an order that is sent again is another, as with intermediaries that know no request
/// id: who does not know what became of the first must ask.
/// </summary>
internal sealed class RefundOrder(World world, ModelledBanks banks) : ModelledOperation<RefundPayment>(world)
{
    private readonly World _world = world;

    public override Repeatability RepeatabilityOf(RefundPayment command) =>
        _world.Mutation == Mutation.RepeatRefundBlindly ? Repeatability.Deduplicates() : Repeatability.CanBeAsked;

    protected override Outcome Do(RefundPayment command, PartnerCall call)
    {
        if (PaymentOf(command) is not { } payment) return Refusal(command);
        if (banks.IsBlind(payment.Bank, payment.PaidAt)) return Outcome.Transient("the bank comes back from a backup");
        if (payment.Refunds.Find(refund => refund.Call == call.IdempotencyKey && refund.Attempt == call.Attempt) is { } known) return Told(command, known);
        if (payment.IsReversed || payment.Refunded + command.Amount.Amount > payment.Amount) return Refusal(command);
        var about = Fate.NumberOf(call.IdempotencyKey);
        var hours = _world.Fate.Happens(45, "refund at once", about) ? 0 : _world.Fate.Between(1, 40, "refund hours", about);
        var made = new BookedRefund(call.IdempotencyKey, call.Attempt, command.Number, command.Amount.Amount, _world.Now + TimeSpan.FromHours(hours));
        payment.Refunds.Add(made);
        _world.Note("bank refunds", command.Reference.Value, command.Number);
        return Told(command, made);
    }

    protected override Outcome Answer(RefundPayment command, PartnerCall call)
    {
        if (PaymentOf(command) is not { } payment) return Outcome.Absent("no such payment");
        if (banks.IsBlind(payment.Bank, payment.PaidAt) || payment.Refunds.Exists(refund => banks.IsBlind(payment.Bank, refund.EndsAt)))
            return Outcome.Unknown("the bank comes back from a backup");
        var made = payment.Refunds.Find(refund => refund.Call == call.IdempotencyKey);
        return made is null ? Outcome.Absent("no refund of the payment") : Told(command, made);
    }

    protected override void Lied(RefundPayment command, PartnerCall call) => banks.Books.Lies.Add(command.Reference);

    protected override Outcome Success(RefundPayment command) => Outcome.Done(new RefundMade(command.Reference, command.Number));

    protected override Outcome Refusal(RefundPayment command) => Outcome.Refused("refused", new RefundRejected(command.Reference, command.Number, "95"));

    private BookedPayment? PaymentOf(RefundPayment command) => banks.Books.Find(command.Reference, command.Partner, command.TransactionNo);

    private Outcome Told(RefundPayment command, BookedRefund refund) => banks.StageOf(refund) switch
    {
        BookedStage.Accepted => Outcome.Done(new RefundTaken(command.Reference, command.Number)),
        BookedStage.Done => Success(command),
        _ => Refusal(command),
    };
}
