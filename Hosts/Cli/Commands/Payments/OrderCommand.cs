using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Payments.Ledger;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments order</c>: everything of one order.</summary>
internal sealed class OrderCommand : DvcCommand
{
    private const int MostInquiries = 1000;

    private readonly Argument<PaymentReference> _reference = PaymentParameters.Reference();

    public OrderCommand(CliEnvironment environment)
        : base(environment, "order", "Show everything of one order: what happened when, transactions, refunds, ledger.") => Arguments.Add(_reference);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var reference = arguments.GetValue(_reference);
        var details = await new OrderLookup(work.Source).ReadAsync(reference, cancellationToken)
            ?? throw CliProblemException.NotFound($"Không có khoản thu {reference}.");
        var desk = new InquiryDesk(work.Source);
        var inquiries = await desk.FindAsync(new InquiryCriteria { Reference = reference, WithClosed = true, Limit = MostInquiries }, cancellationToken);
        var steps = new List<(string Difference, InquiryStepRow Step)>();
        foreach (var inquiry in inquiries)
        {
            steps.AddRange((await desk.StepsAsync(inquiry.Difference, cancellationToken)).Select(step => (inquiry.Difference, step)));
        }

        var file = new OrderFile(
            details,
            await new CallbackList(work.Source).OfAsync(reference, cancellationToken),
            await new RefundDesk(work.Source).OfAsync(reference, cancellationToken),
            inquiries,
            steps,
            await new LedgerReader(work.Source).OfAsync(reference, cancellationToken),
            await new PaymentFeedReader(work.Source).OfAsync(reference.Value, cancellationToken));
        var model = new
        {
            details.Order,
            details.Lines,
            details.Attempts,
            details.Transactions,
            details.Refunds,
            details.Receipt,
            file.Callbacks,
            file.Decisions,
            file.Inquiries,
            file.Ledger,
            timeline = OrderTimeline.Of(file),
        };
        return new Answer(model, console => OrderView.Show(console, file));
    }
}
