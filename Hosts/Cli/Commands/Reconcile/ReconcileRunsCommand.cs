using System.CommandLine;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Reconcile;

/// <summary><c>dvc reconcile runs</c>: what was run, and which days wait for a file.</summary>
internal sealed class ReconcileRunsCommand : DvcCommand
{
    private readonly Option<string?> _partner = ReconcileOptions.Partner(required: false);
    private readonly Option<int> _limit = Parameters.Limit(50);

    public ReconcileRunsCommand(CliEnvironment environment)
        : base(environment, "runs", "List the runs, the latest first, and the days whose file is missing.")
    {
        Options.Add(_partner);
        Options.Add(_limit);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var desk = ReconcileDesk.Of(work);
        var (partner, limit) = (arguments.GetValue(_partner)?.ToLowerInvariant(), arguments.GetValue(_limit));
        var runs = await desk.Runs.ListAsync(partner, limit, cancellationToken);
        var missing = (await desk.Files.MissingAsync(partner, limit, cancellationToken)).Where(day => day.ArrivedAt is null).ToList();
        return new Answer(new { runs = runs.Select(RunView.ModelOf), missing }, console =>
        {
            var table = Tables.Of("Lần đối soát", "Xong lúc", "Bởi", "Mở", "Chuyển", "Tự đóng", "Ghi nhận", "Quyết toán", "Dấu kết quả");
            foreach (var run in runs)
            {
                table.Row(
                    run.Name, run.IsCompleted ? Tables.Time(run.CompletedAt) : "đang chạy", run.BegunBy, Tables.Number(run.Opened), Tables.Number(run.Carried),
                    Tables.Number(run.Resolved), Tables.Number(run.Confirmed), Tables.Number(run.Settled), run.Digest);
            }

            console.Write(table);
            foreach (var day in missing) console.Line($"THIẾU TỆP: {day.Partner} ngày {RunView.Day(day.Day)} (từ {Tables.Time(day.NoticedAt)}).");
            console.Line($"{runs.Count} lần đối soát, {missing.Count} ngày thiếu tệp.");
        });
    }
}
