using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments inquiry</c>: one inquiry, and what was said in it.</summary>
internal sealed class InquiryCommand : DvcCommand
{
    private readonly Argument<string> _difference = PaymentParameters.Difference();

    public InquiryCommand(CliEnvironment environment)
        : base(environment, "inquiry", "Show one inquiry and what was said in it.") => Arguments.Add(_difference);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var difference = arguments.GetValue(_difference)!;
        var desk = new InquiryDesk(work.Source);
        var inquiry = await desk.FindAsync(difference, cancellationToken) ?? throw CliProblemException.NotFound($"Không có sai lệch {difference}.");
        var steps = await desk.StepsAsync(difference, cancellationToken);
        return new Answer(new { inquiry, steps }, console =>
        {
            console.Line($"{inquiry.Difference}  {PaymentWords.Of(inquiry.Kind)}: {PaymentWords.Of(inquiry.State)} từ {Tables.Time(inquiry.Since)}");
            console.Line($"Khoản thu {inquiry.Reference?.Value ?? Tables.Nothing}, cơ quan {inquiry.Agency?.Value ?? Tables.Nothing}");
            console.Line($"Đối tác {inquiry.Partner}, giao dịch {inquiry.TransactionNo ?? Tables.Nothing} ngày {PaymentWords.Day(inquiry.Day)}");
            console.Line($"Hệ thống có {inquiry.Expected}, đối tác có {inquiry.Found}");
            console.Line($"Đã trả lời: {PaymentWords.Of(inquiry.Answers)}");
            console.Line($"Hạn xử lý {Tables.Time(inquiry.Deadline)}, hạn khiếu nại {Tables.Time(inquiry.ClaimUntil)}");
            var table = Tables.Of("Lúc", "Việc", "Nội dung", "Bởi");
            foreach (var step in steps) table.Row(Tables.Time(step.At), PaymentWords.Of(step.Step), step.Text, step.By);
            console.Write(table);
        });
    }
}
