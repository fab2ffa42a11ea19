using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments answer</c>: records what the bank or the agency answered.</summary>
internal sealed class AnswerInquiryCommand : InquiryOrder
{
    private readonly Option<string> _text = PaymentParameters.Text("--text", "The answer, without personal data.");
    private readonly Option<InquiryParty> _party = new("--party") { Description = "Who answers: bank or agency.", HelpName = "bank|agency", Required = true };

    public AnswerInquiryCommand(CliEnvironment environment)
        : base(environment, "answer", "Record what the bank or the agency answered in an inquiry.")
    {
        _party.Validators.Add(result =>
        {
            if (result.Errors.Any()) return;
            if (result.GetValueOrDefault<InquiryParty>() is not (InquiryParty.Bank or InquiryParty.Agency)) result.AddError("--party is bank or agency.");
        });
        Options.Add(_party);
        Options.Add(_text);
    }

    protected override Task<OrderGiven> GiveAsync(
        InquiryOrders orders, ParseResult arguments, string difference, Signatory by, CancellationToken cancellationToken) =>
        orders.AnswerAsync(difference, arguments.GetValue(_party), arguments.GetValue(_text), by, cancellationToken);
}
