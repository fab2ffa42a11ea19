using System.CommandLine;
using DichVuCong.Cli.Commands.Payments;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Reconcile;

/// <summary><c>dvc reconcile report</c>: the CSV files, the page to sign and the answer to the bank.</summary>
internal sealed class ReconcileReportCommand : DvcCommand
{
    private readonly Option<string?> _partner = ReconcileOptions.Partner(required: true);
    private readonly Option<DateOnly?> _date = ReconcileOptions.Date(required: true);
    private readonly Option<string> _to = new("--to") { Description = "The folder; made when it is not there.", HelpName = "FOLDER", Required = true };

    public ReconcileReportCommand(CliEnvironment environment)
        : base(environment, "report", "Write a day's reports: CSV for the partner and each agency, a page to print and sign, the answer file for the bank.")
    {
        Options.Add(_partner);
        Options.Add(_date);
        Options.Add(_to);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var desk = ReconcileDesk.Of(work);
        var (partner, day) = (desk.Partner(arguments, _partner), arguments.GetValue(_date)!.Value);
        var run = await desk.CompletedAsync(partner, day, cancellationToken);
        if (!run.HasInputs) throw RunView.PastKeeping(run);
        await PaymentsDesk.NoteAsync(work, "reconciliation.report", "reconciliation", run.Name, cancellationToken);
        var files = await desk.Reports.WriteAsync(partner, run, arguments.GetValue(_to)!, Environment.Operator, cancellationToken);
        return new Answer(new { run = run.Name, files }, console =>
        {
            foreach (var file in files) console.Line(file);
            console.Line($"Báo cáo {run.Name}: {files.Count} tệp.");
        });
    }
}
