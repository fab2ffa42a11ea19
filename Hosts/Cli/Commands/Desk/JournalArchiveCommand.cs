using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Journal.Archive;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc journal archive</c>: brings old months of the journal into files; interrupted, it goes on when it is called again.</summary>
internal sealed class JournalArchiveCommand : DvcCommand
{
    private static readonly Dictionary<ArchiveStep, string> Steps = new()
    {
        [ArchiveStep.Archived] = "đã lưu trữ, đã bỏ khỏi cơ sở dữ liệu",
        [ArchiveStep.Written] = "đã lưu trữ, chờ bỏ khỏi cơ sở dữ liệu (nhật ký đang bận)",
    };

    private readonly Option<DateOnly?> _before = Parameters.Month("--before", "Archive the months before this one. Default: those older than 12 months.");
    private readonly Option<string?> _folder = new("--to") { Description = "The folder of the files. Default: DVC_ARCHIVE.", HelpName = "FOLDER" };

    public JournalArchiveCommand(CliEnvironment environment)
        : base(environment, "archive", "Write old months of the journal into files and take them out of the database; ends with 1 when something remains to be done.")
    {
        Options.Add(_before);
        Options.Add(_folder);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var folder = arguments.GetValue(_folder) ?? work.Settings.ArchiveFolder
            ?? throw new SettingsException("DVC_ARCHIVE is not set: the folder for archived months of the journal. --to names one too.");
        var archiver = new JournalArchiver(work.Source, work.Database.Dedicated, folder, Environment.Time);
        try
        {
            var run = await archiver.RunAsync(arguments.GetValue(_before), new RuntimeOptions().JournalMonths, cancellationToken);
            var isOver = !run.Busy && run.Months.All(month => month.Step == ArchiveStep.Archived);
            var model = new { busy = run.Busy, months = run.Months.Select(one => new { month = one.Month.Month, file = one.Month.File, rows = one.Month.Rows, step = one.Step }) };
            return new Answer(model, console => Show(console, run), isOver ? ExitCodes.Ok : ExitCodes.Problems);
        }
        catch (InvalidDataException failure)
        {
            throw new CliProblemException(ExitCodes.Problems, failure.Message);
        }
    }

    private static void Show(IAnsiConsole console, ArchiveRun run)
    {
        if (run.Busy) console.Line("Một tiến trình khác đang lưu trữ nhật ký.");
        foreach (var (month, step) in run.Months) console.Line($"{month.Month:MM/yyyy}: {Tables.Number(month.Rows)} dòng, {month.File}: {Steps[step]}");
        if (!run.Busy && run.Months.Count == 0) console.Line("Không có tháng nào phải lưu trữ.");
    }
}
