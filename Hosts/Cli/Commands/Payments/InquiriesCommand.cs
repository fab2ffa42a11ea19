using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments inquiries</c>: what is open, and by when it should be closed.</summary>
internal sealed class InquiriesCommand : DvcCommand
{
    private readonly Option<bool> _overdue = new("--overdue") { Description = "Only those whose deadline has passed." };
    private readonly Option<string?> _partner = PaymentParameters.Partner("Only inquiries with this partner.");
    private readonly Option<AgencyCode?> _agency = Parameters.Agency("Only inquiries of this agency.");
    private readonly Option<int> _limit = Parameters.Limit(100);

    public InquiriesCommand(CliEnvironment environment)
        : base(environment, "inquiries", "List open inquiries, the first to be due first.")
    {
        foreach (var option in new Option[] { _overdue, _partner, _agency, _limit }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var now = Environment.Time.GetUtcNow();
        var criteria = new InquiryCriteria
        {
            OverdueAt = arguments.GetValue(_overdue) ? now : null,
            Partner = arguments.GetValue(_partner),
            Agency = arguments.GetValue(_agency),
            Limit = arguments.GetValue(_limit),
        };
        var inquiries = await new InquiryDesk(work.Source).FindAsync(criteria, cancellationToken);
        return new Answer(new { inquiries }, console =>
        {
            var table = Tables.Of("Sai lệch", "Loại", "Đối tác", "Cơ quan", "Tình trạng", "Đã trả lời", "Hạn xử lý", "Hạn khiếu nại", "Chuyển sang ngày");
            foreach (var row in inquiries)
            {
                var late = row.IsOverdue || row.Deadline < now ? " (quá hạn)" : "";
                table.Row(
                    row.Difference, PaymentWords.Of(row.Kind), row.Partner, row.Agency?.Value, PaymentWords.Of(row.State), PaymentWords.Of(row.Answers),
                    Tables.Time(row.Deadline) + late, Tables.Time(row.ClaimUntil), PaymentWords.Day(row.CarriedTo));
            }

            console.Write(table);
            console.Line(inquiries.Count == criteria.Limit ? $"{inquiries.Count} tra soát (đã đến giới hạn --limit)." : $"{inquiries.Count} tra soát.");
        });
    }
}
