using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>A command that says something in one inquiry.</summary>
internal abstract class InquiryOrder : DvcCommand
{
    /// <summary>Creates it.</summary>
    protected InquiryOrder(CliEnvironment environment, string name, string description)
        : base(environment, name, description) => Arguments.Add(Difference);

    /// <summary>The difference.</summary>
    protected Argument<string> Difference { get; } = PaymentParameters.Difference();

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var difference = arguments.GetValue(Difference)!;
        var order = await GiveAsync(PaymentsDesk.Inquiries(work), arguments, difference, PaymentsDesk.By(work), cancellationToken);
        return new Answer(
            new { difference, order = Name, order.IsNew },
            console => console.Line($"{(order.IsNew ? "Đã ghi" : "Đã ghi từ trước, không ghi thêm")}. Theo dõi: dvc payments inquiry {difference}"));
    }

    /// <summary>Gives the order.</summary>
    protected abstract Task<OrderGiven> GiveAsync(
        InquiryOrders orders, ParseResult arguments, string difference, Signatory by, CancellationToken cancellationToken);
}
