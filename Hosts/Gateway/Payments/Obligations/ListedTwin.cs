using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>What status 6 has stated of the dossier of which an agency now states what is to be paid: a closed set.</summary>
internal abstract record ListedTwin
{
    private const int HashDigits = 8;

    private ListedTwin()
    {
    }

    /// <summary>What follows besides the statement itself.</summary>
    /// <param name="stated">The statement.</param>
    /// <param name="content">SHA-256 of what makes two statements the same.</param>
    /// <param name="now">When it is stated.</param>
    public abstract IEnumerable<DoorMessage> Messages(StatedObligation stated, byte[] content, DateTimeOffset now);

    /// <summary>It stated the same money, and that was paid: it is not stated again.</summary>
    /// <param name="Listed">The obligation of status 6.</param>
    public sealed record Paid(ObligationId Listed) : ListedTwin
    {
        public override IEnumerable<DoorMessage> Messages(StatedObligation stated, byte[] content, DateTimeOffset now) => [];
    }

    /// <summary>It stated the same money, and nobody has paid: the agency's own statement, with its own id, takes its place.</summary>
    /// <param name="Listed">The obligation of status 6.</param>
    public sealed record Replaced(ObligationId Listed) : ListedTwin
    {
        public override IEnumerable<DoorMessage> Messages(StatedObligation stated, byte[] content, DateTimeOffset now) =>
            [new DoorMessage(new CancelObligation(Listed, $"the same money was stated as {stated.Id}", stated.Caller, stated.Id), PaymentFlow.Shared)];
    }

    /// <summary>It stated other money: which of them is right, or whether both are, is for people to say.</summary>
    /// <param name="Amount">What it stated.</param>
    public sealed record Other(Vnd Amount) : ListedTwin
    {
        public override IEnumerable<DoorMessage> Messages(StatedObligation stated, byte[] content, DateTimeOffset now)
        {
            var difference = $"{stated.Dossier!.Value.Value}-fees-stated-{Convert.ToHexStringLower(content)[..HashDigits]}";
            var inquiry = new OpenInquiry(
                difference, DifferenceKind.FeesUnclear, Partner: "", Reference: null, stated.Agency.Code, TransactionNo: null, Amount, stated.Amount,
                VietnamTime.DayOf(now));
            return [new DoorMessage(inquiry, PaymentFlow.Shared)];
        }
    }
}
