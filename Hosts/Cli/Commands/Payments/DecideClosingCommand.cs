using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments decide</c>: the second of the two persons who close an inquiry.</summary>
internal sealed class DecideClosingCommand : InquiryOrder
{
    private readonly Option<bool> _agree = new("--agree") { Description = "Close it." };
    private readonly Option<bool> _decline = new("--decline") { Description = "Send it back." };
    private readonly Option<string> _reason = PaymentParameters.Text("--reason", "Why, without personal data.");

    public DecideClosingCommand(CliEnvironment environment)
        : base(environment, "decide", "Agree to close an inquiry, or send it back. Never the person who proposed it.")
    {
        foreach (var option in new Option[] { _agree, _decline, _reason }) Options.Add(option);
    }

    protected override (object Message, string Said) Decide(ParseResult arguments, InquiryRow inquiry, IReadOnlyList<InquiryStepRow> steps)
    {
        var agreed = arguments.GetValue(_agree);
        if (agreed == arguments.GetValue(_decline)) throw CliProblemException.Usage("Say --agree or --decline.");
        if (inquiry.State != InquiryState.ClosingProposed)
        {
            throw CliProblemException.Refused($"Chưa có đề nghị đóng tra soát {inquiry.Difference} ({PaymentWords.Of(inquiry.State)}).");
        }

        var proposal = steps.LastOrDefault(step => step.Step == InquiryStep.ClosingProposed);
        if (agreed && !FourEyes.AreTwo(proposal?.By, Environment.Operator))
        {
            throw CliProblemException.Refused("Người đề nghị không được tự đồng ý: cần người thứ hai (DVC_OPERATOR).");
        }

        var reason = arguments.GetValue(_reason)!.Trim();
        return (new DecideClosing(inquiry.Difference, agreed, reason, Environment.Operator), $"{agreed}\n{reason}");
    }
}
