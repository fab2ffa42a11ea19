using System.CommandLine;
using DichVuCong.Cli.Load.Seeding;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Load;

/// <summary><c>dvc load seed --dossiers N</c>: dossiers of some years, as they would lie in the database after them.</summary>
internal sealed class LoadSeedCommand : DvcCommand
{
    private const int ProgressEvery = 50_000;

    private readonly Option<int> _count = Parameters.Count("--dossiers", "How many dossiers.", 1_000_000, most: 50_000_000);
    private readonly Option<int> _seed = Parameters.Count("--seed", "The same seed makes the same dossiers.", 2026, most: int.MaxValue);
    private readonly Option<int> _years = Parameters.Count("--years", "Over how many years before now they were filed.", 1, most: 10);

    public LoadSeedCommand(CliEnvironment environment)
        : base(environment, "seed", "Fill a new database with dossiers of some years: registry, histories, sagas, clocks, journal. With DVC_ARCHIVE its old months go there. Development only.")
    {
        foreach (var option in new Option[] { _count, _seed, _years }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        new CliSettings(Environment.Variable).RequireDevelopment("dvc load");
        await using var work = Open();
        var run = new SeedRun(
            work, await work.LoadCatalogueAsync(cancellationToken),
            new SeedPlan(arguments.GetValue(_count), arguments.GetValue(_seed), arguments.GetValue(_years), work.Settings.ArchiveFolder));
        var report = await run.RunAsync(Tell, cancellationToken);
        return new Answer(report, console =>
        {
            console.Line($"{Tables.Number(report.Dossiers)} hồ sơ trong {report.Took:mm\\:ss}: {Tables.Number(report.Open)} đang mở, {Tables.Number(report.Overdue)} quá hạn, {Tables.Number(report.Parked)} bản tin bị đỗ.");
            console.Line($"{Tables.Number(report.JournalRows)} dòng nhật ký; kiểm tra: dvc journal verify");
        });

        void Tell(long done)
        {
            if (done % ProgressEvery == 0) Environment.Error.WriteLine($"đã nạp {Tables.Number(done)}");
        }
    }
}
