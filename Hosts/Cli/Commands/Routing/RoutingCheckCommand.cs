using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Cli.Commands.Routing;

/// <summary><c>dvc routing check</c>: every procedure at every place leads to exactly one agency and system; the rest is listed with its cause.</summary>
internal sealed class RoutingCheckCommand : DvcCommand
{
    private const int Named = 5;

    private readonly Option<DateOnly?> _date = Parameters.Day("--date", "The day to look at. Default: today.");
    private readonly Option<bool> _strict = new("--strict") { Description = "End with 1 when there is a problem." };

    public RoutingCheckCommand(CliEnvironment environment)
        : base(environment, "check", "Check that every procedure leads to exactly one agency and system wherever it is performed.")
    {
        Options.Add(_date);
        Options.Add(_strict);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var date = arguments.GetValue(_date) ?? VietnamTime.DayOf(Environment.Time.GetUtcNow());
        var report = RoutingCheck.Run(await work.LoadCatalogueAsync(cancellationToken), date);
        var exit = arguments.GetValue(_strict) && report.Problems.Count > 0 ? ExitCodes.Problems : ExitCodes.Ok;
        return new Answer(report, console =>
        {
            console.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"Ngày {date:dd/MM/yyyy}, danh mục phiên bản {report.CatalogueVersion}: {Tables.Number(report.Resolved)} trên {Tables.Number(report.Checked)} tổ hợp của {Tables.Number(report.Procedures)} thủ tục dẫn đến đúng một cơ quan và một hệ thống."));
            console.Line($"{Tables.Number(report.LevelMustBeNamed.Count)} thủ tục có nhiều cấp, hồ sơ phải nêu rõ cấp.");
            if (report.Problems.Count == 0) return;
            var table = Tables.Of("Nguyên nhân", "Cấp", "Thủ tục", "Địa bàn", "Chi tiết", "Ví dụ");
            foreach (var problem in report.Problems)
            {
                table.Row(
                    EnumWord<RoutingCause>.Of(problem.Cause), problem.Level is { } level ? EnumWord<AdministrativeLevel>.Of(level) : null,
                    Tables.Number(problem.Procedures.Count), problem.Places.Count == 0 ? "mọi nơi" : Tables.Number(problem.Places.Count), problem.Details,
                    string.Join(", ", problem.Procedures.Take(Named)));
            }

            console.Write(table);
            console.Line($"{Tables.Number(report.ProceduresWithProblems)} thủ tục có vướng mắc ở đâu đó.");
        }, exit);
    }
}
