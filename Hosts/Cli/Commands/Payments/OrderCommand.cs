using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments order</c>: everything of one order.</summary>
internal sealed class OrderCommand : DvcCommand
{
    private readonly Argument<PaymentReference> _reference = PaymentParameters.Reference();

    public OrderCommand(CliEnvironment environment)
        : base(environment, "order", "Show everything of one order: what happened when, transactions, refunds, ledger.") => Arguments.Add(_reference);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var reference = arguments.GetValue(_reference);
        var file = await new OrderFiles(work.Source).ReadAsync(reference, cancellationToken);
        var details = file.Details;
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
