using System.CommandLine;
using DichVuCong.Cli.Commands.Payments;
using DichVuCong.Cli.Commands.Reconcile;
using DichVuCong.Cli.Load.Payments;
using DichVuCong.Cli.Running;
using DichVuCong.Payments.Desk;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Payments.Ledger;

namespace DichVuCong.Cli.Commands.Load;

/// <summary><c>dvc load payments N</c>: obligations, payers and banks that misbehave; ends with an account of the money that adds up.</summary>
internal sealed class LoadPaymentsCommand : DvcCommand
{
    private readonly Argument<int> _count = LoadParameters.Count("How many obligations to state.");
    private readonly Option<int> _concurrency = Parameters.Count("--concurrency", "Obligations that are stated and paid at once.", 64, most: 1000);
    private readonly Option<double?> _rate = LoadParameters.Rate("Obligations that are begun in a second at most. Default: as fast as it goes.");
    private readonly Option<double> _init = LoadParameters.Share("--init-share", "Obligations that a ministry's system states by INIT.", 0.05);
    private readonly Option<double> _faults = LoadParameters.Share("--faults", "How much of their usual share the banks' faults have; 0 for none.", 1);
    private readonly Option<int> _silence = Parameters.Count("--silence", "Seconds for which a silent bank says nothing; beyond 20 our calls time out.", 25, most: 120);
    private readonly Option<int> _seed = Parameters.Count("--seed", "The same seed draws the same payments.", 2026, most: int.MaxValue);
    private readonly Option<int> _patience = Parameters.Count("--patience", "Seconds without progress until the rest is left to the reconciliation.", 60, most: 3600);

    public LoadPaymentsCommand(CliEnvironment environment)
        : base(
            environment, "payments",
            "State obligations, have them paid at banks that misbehave, reconcile the day, and check that every dong is somewhere. Development only.")
    {
        Arguments.Add(_count);
        foreach (var option in new Option[] { _concurrency, _rate, _init, _faults, _silence, _seed, _patience }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        work.Settings.RequireDevelopment("dvc load");
        var desk = new Desk(work, ReconcileDesk.Of(work));
        var run = new PaymentLoadRun(work.Settings.Gateway, work.Settings.Sandbox, desk, Environment.Time);
        if (!arguments.GetValue(Parameters.Json)) run.OnProgress = text => Environment.Error.WriteLine(text);
        var report = await run.RunAsync(
            new PaymentPlan
            {
                Count = arguments.GetValue(_count),
                Concurrency = arguments.GetValue(_concurrency),
                Rate = arguments.GetValue(_rate),
                Init = arguments.GetValue(_init),
                Faults = arguments.GetValue(_faults),
                Silence = TimeSpan.FromSeconds(arguments.GetValue(_silence)),
                Seed = arguments.GetValue(_seed),
                Patience = TimeSpan.FromSeconds(arguments.GetValue(_patience)),
            },
            cancellationToken);
        return new Answer(
            new { figures = report.Figures, checks = report.Checks, addsUp = report.Holds }, report.Show, report.Holds ? ExitCodes.Ok : ExitCodes.Problems);
    }

    /// <summary>The two commands that end a load, in this process.</summary>
    private sealed class Desk(Workplace work, ReconciliationDesk reconcile) : IReconcilingDesk
    {
        public IReadOnlyList<string> Partners { get; } =
            reconcile.Settings.All.All(partner => partner.TakesOpenDays)
                ? [.. reconcile.Settings.All.Select(partner => partner.Code)]
                : throw new CliProblemException(
                    ExitCodes.Configuration, "A day that is not over is not reconciled: call build/load, or set Payments__Sandbox__TakesOpenDays=true.");

        public async Task<(string Run, DayVerdict Verdict)> RunAsync(string partner, DateOnly day, CancellationToken cancellationToken)
        {
            try
            {
                var answer = await reconcile.RunAsync(reconcile.Settings.Find(partner)!, day, PaymentsDesk.By(work), cancellationToken, takesAgain: true);
                return (answer.Run?.Name ?? $"{partner} {RunView.Day(day)}", answer.Verdict switch
                {
                    RunVerdict.Completed => DayVerdict.Completed,
                    RunVerdict.SameAgain => DayVerdict.SameAgain,
                    RunVerdict.NoFile => DayVerdict.NoFile,
                    _ => DayVerdict.Wrong,
                });
            }
            catch (DeskRefusedException rejected) when (rejected.Rule == DeskRule.NotAllowed)
            {
                return (rejected.Message, DayVerdict.Rejected);
            }
        }

        public async Task<int> CheckAsync(CancellationToken cancellationToken)
        {
            var report = await new LedgerCheck(work.Source).RunAsync(new LedgerScope(Partner: null, From: null, Until: null), cancellationToken);
            return report.Holds ? 0 : Math.Max(1, report.Breaches.Count);
        }
    }
}
