using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga.Payments;

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
        var reference = arguments.GetValue(_reference);
        var details = await new OrderLookup(work.Source).ReadAsync(reference, cancellationToken)
            ?? throw CliProblemException.NotFound($"Không có khoản thu {reference}.");
        var decisions = await new RefundDesk(work.Source).OfAsync(reference, cancellationToken);
        if (!FourEyes.IsNamed(Environment.Operator)) throw CliProblemException.Refused("DVC_OPERATOR: tên người thực hiện không dùng được.");
        return arguments.GetValue(_approve)
            ? await ApproveAsync(work, arguments, details, decisions, cancellationToken)
            : await RecordAsync(work, arguments, details, decisions, cancellationToken);
    }

    private async Task<Answer> RecordAsync(
        Workplace work, ParseResult arguments, OrderDetails details, IReadOnlyList<RefundDecisionRow> decisions, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_date) is not { } date || arguments.GetValue(_amount) is not { } amount
            || string.IsNullOrWhiteSpace(arguments.GetValue(_reason)))
        {
            throw CliProblemException.Usage("A decision needs --number, --date, --amount and --reason; --approve approves one that is recorded.");
        }

        var payment = PaymentOf(arguments, details);
        if (amount > payment.Amount) throw CliProblemException.Refused($"--amount: {amount} vượt số tiền của giao dịch ({payment.Amount}).");
        var decision = new RecordRefundDecision(
            details.Order.Reference, details.Order.Agency, payment.Partner, payment.TransactionNo, amount, arguments.GetValue(_number)!.Trim(), date,
            arguments.GetValue(_route), arguments.GetValue(_reason)!.Trim(), Environment.Operator);
        var verdict = await RefundOrders.RecordAsync(work, decision, decisions, cancellationToken);
        if (verdict == DoorVerdict.Conflict)
        {
            throw CliProblemException.Refused($"Quyết định số {decision.DecisionNumber} đã được ghi cho giao dịch này với số tiền, ngày hoặc cách hoàn khác.");
        }

        return Done(decision, verdict, "record", verdict == DoorVerdict.New
            ? $"Đã ghi quyết định số {decision.DecisionNumber}: hoàn {amount}. Cần người thứ hai duyệt: "
                + $"dvc payments decide-refund {decision.Reference} --number {decision.DecisionNumber} --approve"
            : $"Quyết định số {decision.DecisionNumber} đã được ghi từ trước với đúng nội dung này.");
    }

    private async Task<Answer> ApproveAsync(
        Workplace work, ParseResult arguments, OrderDetails details, IReadOnlyList<RefundDecisionRow> decisions, CancellationToken cancellationToken)
    {
        var number = arguments.GetValue(_number)!.Trim();
        var row = decisions.Where(row => row.Decision.DecisionNumber == number
                && IsMeant(arguments.GetValue(_partner), row.Decision.Partner)
                && IsMeant(arguments.GetValue(_transaction), row.Decision.TransactionNo)).ToList() switch
        {
            [var one] => one,
            [] => throw CliProblemException.NotFound($"Chưa ghi quyết định số {number} cho khoản thu {details.Order.Reference}."),
            _ => throw CliProblemException.Usage("Several payments of the order are decided under this number: say --partner and --transaction."),
        };
        if (!FourEyes.AreTwo(row.Decision.RequestedBy, Environment.Operator))
        {
            throw CliProblemException.Refused("Người ghi quyết định không được tự duyệt: cần người thứ hai (DVC_OPERATOR).");
        }

        var verdict = await RefundOrders.ApproveAsync(work, row, details, Environment.Operator, cancellationToken);
        return Done(row.Decision, verdict, "approve", verdict == DoorVerdict.New
            ? $"Đã duyệt quyết định số {number}. Theo dõi: dvc payments order {details.Order.Reference}"
            : $"Quyết định số {number} đã được duyệt từ trước.");
    }

    private static Answer Done(RecordRefundDecision decision, DoorVerdict verdict, string order, string text) => new(
        new { reference = decision.Reference, decision = decision.DecisionNumber, order, isNew = verdict == DoorVerdict.New }, console => console.Line(text));

    private TransactionRow PaymentOf(ParseResult arguments, OrderDetails details) =>
        details.Transactions.Where(row => row is { Result: PaymentResult.Paid, IsClaimed: false }
            && IsMeant(arguments.GetValue(_partner), row.Partner) && IsMeant(arguments.GetValue(_transaction), row.TransactionNo)).ToList() switch
        {
            [var one] => one,
            [] => throw CliProblemException.Refused($"Khoản thu {details.Order.Reference} không có giao dịch đã thu nào như vậy."),
            _ => throw CliProblemException.Usage("Several payments of the order were collected: say --partner and --transaction."),
        };

    private static bool IsMeant(string? said, string value) => said is null || said == value;
}
