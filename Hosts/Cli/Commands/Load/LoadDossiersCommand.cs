using System.CommandLine;
using DichVuCong.Cli.Load.Drawing;
using DichVuCong.Cli.Load.Running;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Load;

/// <summary><c>dvc load dossiers N</c>: real procedures, all provinces, through the Gateway and back; ends with an account that adds up.</summary>
internal sealed class LoadDossiersCommand : DvcCommand
{
    private readonly Argument<int> _count = LoadParameters.Count("How many filings to post.");
    private readonly Option<int> _concurrency = Parameters.Count("--concurrency", "Posts that are out at once.", 64, most: 1000);
    private readonly Option<double?> _rate = LoadParameters.Rate("Posts that are started in a second at most. Default: as fast as it goes.");
    private readonly Option<double> _counter = LoadParameters.Share("--counter-share", "Filings that an officer takes at a counter.", 0.1);
    private readonly Option<double> _bad = LoadParameters.Share("--bad-share", "Deliberately deficient filings, which must be refused.", 0.01);
    private readonly Option<double> _central = LoadParameters.Share("--central-share", "Filings of centrally served procedures, whose applicants are notified.", 0.5);
    private readonly Option<int> _seed = Parameters.Count("--seed", "The same seed draws the same filings.", 2026, most: int.MaxValue);
    private readonly Option<int> _patience = Parameters.Count("--patience", "Seconds without progress until the rest is given up.", 60, most: 3600);

    public LoadDossiersCommand(CliEnvironment environment)
        : base(environment, "dossiers", "Post dossiers, follow each to its end, and check that everything adds up. Development only.")
    {
        Arguments.Add(_count);
        foreach (var option in new Option[] { _concurrency, _rate, _counter, _bad, _central, _seed, _patience }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = new CliSettings(Environment.Variable);
        settings.RequireDevelopment("dvc load");
        var run = new LoadRun(settings.Gateway, settings.Sandbox, Environment.Time);
        if (!arguments.GetValue(Parameters.Json)) run.OnProgress = (sent, accepted, final) => Environment.Error.WriteLine($"đã gửi {sent}, tiếp nhận {accepted}, xong {final}");
        var report = await run.RunAsync(
            new LoadPlan
            {
                Submission = new SubmissionPlan(arguments.GetValue(_count), arguments.GetValue(_concurrency), arguments.GetValue(_rate)),
                Shares = new FilingShares
                {
                    Bad = arguments.GetValue(_bad),
                    Counter = arguments.GetValue(_counter),
                    Central = arguments.GetValue(_central),
                },
                Seed = arguments.GetValue(_seed),
                Patience = TimeSpan.FromSeconds(arguments.GetValue(_patience)),
            },
            cancellationToken);
        return new Answer(
            new { figures = report.Figures, checks = report.Checks, addsUp = report.Holds }, report.Show, report.Holds ? ExitCodes.Ok : ExitCodes.Problems);
    }
}
