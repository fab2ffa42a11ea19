using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Payments.Desk;

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

    protected override Task<OrderGiven> GiveAsync(
        InquiryOrders orders, ParseResult arguments, string difference, Signatory by, CancellationToken cancellationToken)
    {
        var agreed = arguments.GetValue(_agree);
        if (agreed == arguments.GetValue(_decline)) throw CliProblemException.Usage("Say --agree or --decline.");
        return orders.DecideAsync(difference, agreed, arguments.GetValue(_reason), by, cancellationToken);
    }
}
