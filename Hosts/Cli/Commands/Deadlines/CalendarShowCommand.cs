using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Registries.Operations.Deadlines;

namespace DichVuCong.Cli.Commands.Deadlines;

/// <summary><c>dvc calendar show</c>: the special days of a year.</summary>
internal sealed class CalendarShowCommand : DvcCommand
{
    private readonly Option<string> _calendar = CalendarDayCommand.CalendarOption();
    private readonly Option<int?> _year = new("--year") { Description = "Which year. Default: this one.", HelpName = "YYYY" };

    public CalendarShowCommand(CliEnvironment environment)
        : base(environment, "show", "Show the special days of a working calendar.")
    {
        Options.Add(_calendar);
        Options.Add(_year);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var year = arguments.GetValue(_year) ?? VietnamTime.DayOf(Environment.Time.GetUtcNow()).Year;
        var days = await work.Desk<CalendarDesk>().DaysAsync(Environment.Person, arguments.GetValue(_calendar)!, year, cancellationToken);
        return new Answer(new { days }, console =>
        {
            var table = Tables.Of("Ngày", "Loại", "Tên", "Văn bản", "Hiệu lực");
            foreach (var day in days) table.Row($"{day.Date:dd/MM/yyyy}", day.Kind.ToString(), day.Name, day.SourceDocument, day.Active ? "có" : "không");
            console.Write(table);
        });
    }
}
