using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Partners.Banks;

/// <summary>We ask a bank what became of a payment.</summary>
internal sealed class PaymentQuestion(World world, ModelledBanks banks) : ModelledOperation<AskPayment>(world)
{
    public override Repeatability RepeatabilityOf(AskPayment command) => Repeatability.Deduplicates();

    protected override Outcome Do(AskPayment command, PartnerCall call)
    {
        if (PaymentOf(command) is not { } payment) return Refusal(command);
        if (payment.PendingAnswers > 0)
        {
            payment.PendingAnswers--;
            return Told(command, payment, PaymentResult.Unknown);
        }

        return Told(command, payment, payment.IsReversed ? PaymentResult.Reversed : PaymentResult.Paid);
    }

    protected override Outcome Answer(AskPayment command, PartnerCall call) => Do(command, call);

    protected override void Lied(AskPayment command, PartnerCall call) => banks.Books.Lies.Add(command.Reference);

    protected override Outcome Success(AskPayment command) => PaymentOf(command) is { } payment
        ? Told(command, payment, PaymentResult.Paid)
        : Outcome.Done(new RecordPayment(
            command.Reference, command.Partner, null, PaymentResult.Unknown, Vnd.Zero, PaymentSource.Inquiry, PaidAt: null, BankDate: null, command.StartedAt));

    protected override Outcome Refusal(AskPayment command) => Outcome.Done(new PaymentNotKnown(command.Reference, command.Partner, command.StartedAt));

    private static Outcome Told(AskPayment command, BookedPayment payment, PaymentResult result) => Outcome.Done(new RecordPayment(
        command.Reference, command.Partner, payment.Number, result, new Vnd(payment.Amount), PaymentSource.Inquiry, payment.PaidAt, BankDate: null,
        command.StartedAt));

    /// <summary>The payment that the question finds: by its link's time, or any of the order.</summary>
    private BookedPayment? PaymentOf(AskPayment command) => banks.Books.Of(command.Reference, command.Partner)
        .Where(payment => !banks.IsBlind(payment.Bank, payment.PaidAt))
        .LastOrDefault(payment => command.Partner != ModelledBanks.ByLink || (command.StartedAt is not null && payment.StartedAt == command.StartedAt));
}
