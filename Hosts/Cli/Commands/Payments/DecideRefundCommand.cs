using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>
/// <c>dvc payments decide-refund</c>: records the collecting agency's decision (number, date, amount); with <c>--approve</c> another person
/// approves it, and the order carries it out.
/// </summary>
internal sealed class DecideRefundCommand : DvcCommand
{
    private readonly Argument<PaymentReference> _reference = PaymentParameters.Reference();
    private readonly Option<string> _number = PaymentParameters.Text("--number", "The decision's number.");
    private readonly Option<DateOnly?> _date = Parameters.Day("--date", "The decision's date.");
    private readonly Option<Vnd?> _amount = PaymentParameters.Amount("How much goes back, in whole đồng.");
    private readonly Option<string?> _reason = Parameters.Reason("Why, without personal data.");
    private readonly Option<string?> _partner = PaymentParameters.Partner("The partner that collected the payment; needed when there are several.");
    private readonly Option<string?> _transaction = new("--transaction")
    {
        Description = "The payment's number; needed when there are several.",
        HelpName = "NUMBER",
    };

    private readonly Option<bool> _approve = new("--approve") { Description = "Approve the recorded decision: never the person who recorded it." };

    private readonly Option<RefundRoute> _route = new("--route")
    {
        Description = "Who gives the money back: the partner, or the agency from its own account. Default partner.",
        HelpName = "partner|agency",
        DefaultValueFactory = _ => RefundRoute.Partner,
    };

    public DecideRefundCommand(CliEnvironment environment)
        : base(environment, "decide-refund", "Record the agency's decision on a refund, or approve it as the second person.")
    {
        Arguments.Add(_reference);
        foreach (var option in new Option[] { _number, _date, _amount, _reason, _partner, _transaction, _route, _approve }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        return arguments.GetValue(_approve) ? await ApproveAsync(work, arguments, cancellationToken) : await RecordAsync(work, arguments, cancellationToken);
    }

    private async Task<Answer> RecordAsync(Workplace work, ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_date) is not { } date || arguments.GetValue(_amount) is not { } amount
            || string.IsNullOrWhiteSpace(arguments.GetValue(_reason)))
        {
            throw CliProblemException.Usage("A decision needs --number, --date, --amount and --reason; --approve approves one that is recorded.");
        }

        var text = new RefundDecisionText
        {
            Number = arguments.GetValue(_number)!,
            Date = date,
            Amount = amount,
            Reason = arguments.GetValue(_reason),
            Route = arguments.GetValue(_route),
            Partner = arguments.GetValue(_partner),
            TransactionNo = arguments.GetValue(_transaction),
        };
        var ordered = await PaymentsDesk.Refunds(work).RecordAsync(arguments.GetValue(_reference), text, PaymentsDesk.By(work), cancellationToken);
        var decision = ordered.Decision;
        return Done(ordered, "record", ordered.IsNew
            ? $"Đã ghi quyết định số {decision.DecisionNumber}: hoàn {amount}. Cần người thứ hai duyệt: "
                + $"dvc payments decide-refund {decision.Reference} --number {decision.DecisionNumber} --approve"
            : $"Quyết định số {decision.DecisionNumber} đã được ghi từ trước với đúng nội dung này.");
    }

    private async Task<Answer> ApproveAsync(Workplace work, ParseResult arguments, CancellationToken cancellationToken)
    {
        var ordered = await PaymentsDesk.Refunds(work).ApproveAsync(
            arguments.GetValue(_reference), arguments.GetValue(_number)!, arguments.GetValue(_partner), arguments.GetValue(_transaction), PaymentsDesk.By(work),
            cancellationToken);
        return Done(ordered, "approve", ordered.IsNew
            ? $"Đã duyệt quyết định số {ordered.Decision.DecisionNumber}. Theo dõi: dvc payments order {ordered.Decision.Reference}"
            : $"Quyết định số {ordered.Decision.DecisionNumber} đã được duyệt từ trước.");
    }

    private static Answer Done(RefundOrdered ordered, string order, string text) => new(
        new { reference = ordered.Decision.Reference, decision = ordered.Decision.DecisionNumber, order, ordered.IsNew }, console => console.Line(text));
}
