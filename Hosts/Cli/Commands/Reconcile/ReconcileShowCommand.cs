using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Reconciliation.Reports;
using DichVuCong.Registries.Reconciliation;

namespace DichVuCong.Cli.Commands.Reconcile;

/// <summary><c>dvc reconcile show</c>: the tie-out of a day and its differences, with who signed them off.</summary>
internal sealed class ReconcileShowCommand : DvcCommand
{
    private readonly Option<string?> _partner = ReconcileOptions.Partner(required: true);
    private readonly Option<DateOnly?> _date = ReconcileOptions.Date(required: true);
    private readonly Option<int> _limit = Parameters.Limit(200);

    public ReconcileShowCommand(CliEnvironment environment)
        : base(environment, "show", "Show the latest completed run of a partner's day: totals, differences, signatures.")
    {
        Options.Add(_partner);
        Options.Add(_date);
        Options.Add(_limit);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var desk = ReconcileDesk.Of(work);
        var (partner, day) = (desk.Partner(arguments, _partner), arguments.GetValue(_date)!.Value);
        var run = await desk.CompletedAsync(partner, day, cancellationToken);
        var totals = await desk.Runs.TotalsAsync(run.Id, cancellationToken);
        var differences = await new RunReport(work.Source).SignedOffAsync(run.Id, arguments.GetValue(_limit), agencies: null, cancellationToken);
        var repeats = await RunRepeats.CountAsync(work.Source, run.Id, cancellationToken);
        return new Answer(new { run = RunView.ModelOf(run), repeats, totals = RunView.ModelOf(totals), differences }, console =>
        {
            console.Line($"{run.Name}, xong {Tables.Time(run.CompletedAt)} bởi {run.BegunBy}, chạy lại {repeats} lần.");
            RunView.Show(console, run, totals);
            var table = Tables.Of("Mã chênh lệch", "Kết quả", "Lệnh thu", "Cơ quan", "Hệ thống", "Ngân hàng", "Tra soát", "Đề nghị đóng", "Ký thứ hai");
            foreach (var one in differences)
            {
                table.Row(
                    one.Difference, ReportWords.ClassOf(one.Class), one.Reference, one.Agency, new Vnd(one.LedgerAmount).ToString(),
                    new Vnd(one.StatementAmount).ToString(),
                    ReportWords.InquiryOf(one.State), one.ProposedBy, one.AgreedBy);
            }

            console.Write(table);
            console.Line($"{differences.Count} chênh lệch phải tra soát.");
        });
    }
}
