using System.CommandLine;
using DichVuCong.Cli.Commands.Payments;
using DichVuCong.Cli.Running;
using DichVuCong.Payments.Reconciliation;

namespace DichVuCong.Cli.Commands.Reconcile;

/// <summary><c>dvc reconcile run</c>: runs a partner's day now; one that was run is repeated, and must find the very same.</summary>
internal sealed class ReconcileRunCommand : DvcCommand
{
    private readonly Option<string?> _partner = ReconcileOptions.Partner(required: true);
    private readonly Option<DateOnly?> _date = ReconcileOptions.Date(required: true);

    public ReconcileRunCommand(CliEnvironment environment)
        : base(
            environment, "run", "Reconcile a partner's day now; one that was is repeated with the same inputs, and ends with 1 when the result differs.")
    {
        Options.Add(_partner);
        Options.Add(_date);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var desk = ReconcileDesk.Of(work);
        var (partner, day) = (desk.Partner(arguments, _partner), arguments.GetValue(_date)!.Value);
        var answer = await desk.RunAsync(partner, day, PaymentsDesk.By(work), cancellationToken);
        if (answer.Verdict == RunVerdict.NoFile)
        {
            throw CliProblemException.NotFound($"Chưa có tệp của {partner.Code} cho ngày {RunView.Day(day)}: dvc reconcile file --partner {partner.Code} TỆP.");
        }

        if (answer.Run is not { } run) throw CliProblemException.Refused($"Máy khác đang đối soát {partner.Code}; hãy thử lại sau.");
        if (answer.Verdict == RunVerdict.PastKeeping) throw RunView.PastKeeping(run);
        var totals = await desk.Runs.TotalsAsync(run.Id, cancellationToken);
        return new Answer(
            new { verdict = answer.Verdict, run = RunView.ModelOf(run), digest = answer.Digest, totals = RunView.ModelOf(totals) },
            console =>
            {
                console.Line(answer.Verdict switch
                {
                    RunVerdict.Completed => $"Đã đối soát {run.Name}.",
                    RunVerdict.SameAgain => $"Chạy lại {run.Name}: kết quả giống hệt.",
                    _ => $"Chạy lại {run.Name}: kết quả KHÁC ({answer.Digest}). Đây là lỗi của hệ thống: hãy báo ngay.",
                });
                RunView.Show(console, run, totals);
            },
            answer.Verdict == RunVerdict.Differs ? ExitCodes.Problems : ExitCodes.Ok);
    }
}
