using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Operations;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc figures</c>: what each agency took in, finished and was late with.</summary>
internal sealed class FiguresCommand : DvcCommand
{
    private static readonly (DailyFigure Figure, string Heading)[] Columns =
    [
        (DailyFigure.Filed, "Nộp"),
        (DailyFigure.ReceivedAtCounter, "Tại quầy"),
        (DailyFigure.Delivered, "Đã chuyển"),
        (DailyFigure.Accepted, "Tiếp nhận"),
        (DailyFigure.SupplementRequested, "Bổ sung"),
        (DailyFigure.FinishedOnTime, "Đúng hạn"),
        (DailyFigure.FinishedLate, "Trễ hạn"),
        (DailyFigure.NotAccepted, "Không nhận"),
        (DailyFigure.Withdrawn, "Rút"),
        (DailyFigure.Stopped, "Dừng"),
        (DailyFigure.Returned, "Đã trả"),
        (DailyFigure.BecameOverdue, "Quá hạn"),
        (DailyFigure.Undelivered, "Chưa chuyển"),
    ];

    private readonly Option<AgencyCode?> _agency = Parameters.Agency("Only this agency.");
    private readonly Option<DateOnly?> _from = Parameters.Day("--from", "The first day. Default: today.");
    private readonly Option<DateOnly?> _to = Parameters.Day("--to", "The last day. Default: today.");

    public FiguresCommand(CliEnvironment environment)
        : base(environment, "figures", "Show the daily figures of the agencies, summed over days.")
    {
        foreach (var option in new Option[] { _agency, _from, _to }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var today = VietnamTime.DayOf(Environment.Time.GetUtcNow());
        var (from, to) = (arguments.GetValue(_from) ?? today, arguments.GetValue(_to) ?? today);
        if (from > to) throw CliProblemException.Usage("--from must not be after --to.");
        var sums = await new DailyFigures(work.Source).SumAsync(arguments.GetValue(_agency), from, to, cancellationToken);
        return new Answer(new { from, to, figures = sums }, console =>
        {
            var table = Tables.Of(["Cơ quan", .. Columns.Select(column => column.Heading)]);
            foreach (var group in sums.GroupBy(sum => sum.Agency.Value))
            {
                var amounts = group.ToDictionary(sum => sum.Figure, sum => sum.Amount);
                table.Row([group.Key, .. Columns.Select(column => amounts.TryGetValue(column.Figure, out var amount) ? Tables.Number(amount) : null)]);
            }

            table.Row(["Tổng", .. Columns.Select(column => Tables.Number(sums.Where(sum => sum.Figure == column.Figure).Sum(sum => sum.Amount)))]);
            console.Write(table);
        });
    }
}
