using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Partners.Banks;

/// <summary>We ask a bank what became of a refund that it had accepted.</summary>
internal sealed class RefundQuestion(World world, ModelledBanks banks) : ModelledOperation<AskRefundState>(world)
{
    public override Repeatability RepeatabilityOf(AskRefundState command) => Repeatability.Deduplicates();

    protected override Outcome Do(AskRefundState command, PartnerCall call)
    {
        var payment = banks.Books.Find(command.Reference, command.Partner, command.TransactionNo);
        if (payment?.Refunds.Find(refund => refund.Number == command.Number) is not { } made || banks.IsBlind(payment.Bank, payment.PaidAt))
        {
            // It shows nothing: that says nothing either way.
            return Outcome.Done(reason: "no refund is shown");
        }

        return banks.StageOf(made) switch
        {
            BookedStage.Accepted => Outcome.Done(new RefundTaken(command.Reference, command.Number)),
            BookedStage.Done => Success(command),
            _ => Refusal(command),
        };
    }

    protected override Outcome Answer(AskRefundState command, PartnerCall call) => Do(command, call);

    protected override void Lied(AskRefundState command, PartnerCall call) => banks.Books.Lies.Add(command.Reference);

    protected override Outcome Success(AskRefundState command) => Outcome.Done(new RefundMade(command.Reference, command.Number));

    protected override Outcome Refusal(AskRefundState command) => Outcome.Refused("rejected", new RefundRejected(command.Reference, command.Number, "09"));
}
