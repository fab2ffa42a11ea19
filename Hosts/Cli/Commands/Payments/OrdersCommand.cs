using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments orders</c>: what is to be paid and is not over.</summary>
internal sealed class OrdersCommand : DvcCommand
{
    private readonly Option<OrderState?> _state = new("--state")
    {
        Description = "Only orders in this state. Without it: those that are not over.",
        HelpName = "STATE",
    };

    private readonly Option<string?> _partner = PaymentParameters.Partner("Only orders that this partner was paid, or at which a payment was begun.");
    private readonly Option<AgencyCode?> _agency = Parameters.Agency("The collecting agency.");
    private readonly Option<DossierCode?> _dossier = new("--dossier")
    {
        Description = "The dossier they are for, those that are over too.",
        HelpName = "CODE",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (DossierCode.TryParse(text, out var code)) return code;
            result.AddError($"'{text}' is not a dossier's code.");
            return null;
        },
    };

    private readonly Option<string?> _transaction = new("--transaction")
    {
        Description = "The number that a bank gave one of their transactions, those that are over too.",
        HelpName = "NUMBER",
    };

    private readonly Option<TimeSpan?> _olderThan = PaymentParameters.OlderThan();
    private readonly Option<int> _limit = Parameters.Limit(50);

    public OrdersCommand(CliEnvironment environment)
        : base(environment, "orders", "List orders, those that stand longest where they are first.")
    {
        foreach (var option in new Option[] { _state, _partner, _agency, _dossier, _transaction, _olderThan, _limit }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var now = Environment.Time.GetUtcNow();
        var criteria = new OrderCriteria
        {
            State = arguments.GetValue(_state),
            Partner = arguments.GetValue(_partner),
            Agency = arguments.GetValue(_agency),
            Dossier = arguments.GetValue(_dossier),
            TransactionNo = arguments.GetValue(_transaction),
            WithOver = arguments.GetValue(_dossier) is not null || arguments.GetValue(_transaction) is not null,
            SinceBefore = arguments.GetValue(_olderThan) is { } span ? now - span : null,
            Limit = arguments.GetValue(_limit),
        };
        var orders = await new OrderSearch(work.Source).FindAsync(criteria, cancellationToken);
        return new Answer(new { orders }, console =>
        {
            var table = Tables.Of("Mã tham chiếu", "Trạng thái", "Đã", "Số tiền", "Cơ quan", "Đối tác", "Hạn trả", "Sai lệch");
            foreach (var order in orders)
            {
                table.Row(
                    order.Reference.Value, PaymentWords.Of(order.State), Tables.Span(now - order.Since), order.Amount.ToString(), order.Agency.Value,
                    order.Partner,
                    Tables.Time(order.ExpiresAt), order.Differences == 0 ? null : Tables.Number(order.Differences));
            }

            console.Write(table);
            console.Line(orders.Count == criteria.Limit ? $"{orders.Count} khoản thu (đã đến giới hạn --limit)." : $"{orders.Count} khoản thu.");
        });
    }
}
