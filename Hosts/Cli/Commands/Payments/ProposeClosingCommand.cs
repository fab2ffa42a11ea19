using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments propose</c>: the first of the two persons who close an inquiry.</summary>
internal sealed class ProposeClosingCommand : InquiryOrder
{
    private readonly Option<string> _reason = PaymentParameters.Text("--reason", "Why it can be closed, without personal data.");

    public ProposeClosingCommand(CliEnvironment environment)
        : base(environment, "propose", "Propose to close an inquiry; another person decides.") => Options.Add(_reason);

    protected override Task<OrderGiven> GiveAsync(
        InquiryOrders orders, ParseResult arguments, string difference, Signatory by, CancellationToken cancellationToken) =>
        orders.ProposeAsync(difference, arguments.GetValue(_reason), by, cancellationToken);
}
