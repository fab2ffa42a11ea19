using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments propose</c>: the first of the two persons who close an inquiry.</summary>
internal sealed class ProposeClosingCommand : InquiryOrder
{
    private readonly Option<string> _reason = PaymentParameters.Text("--reason", "Why it can be closed, without personal data.");

    public ProposeClosingCommand(CliEnvironment environment)
        : base(environment, "propose", "Propose to close an inquiry; another person decides.") => Options.Add(_reason);

    protected override (object Message, string Said) Decide(ParseResult arguments, InquiryRow inquiry, IReadOnlyList<InquiryStepRow> steps)
    {
        if (inquiry.State == InquiryState.Closed) throw CliProblemException.Refused($"Tra soát {inquiry.Difference} đã đóng.");
        if (!FourEyes.IsNamed(Environment.Operator)) throw CliProblemException.Refused("DVC_OPERATOR: tên người thực hiện không dùng được.");
        var reason = arguments.GetValue(_reason)!.Trim();
        return (new ProposeClosing(inquiry.Difference, reason, Environment.Operator), reason);
    }
}
