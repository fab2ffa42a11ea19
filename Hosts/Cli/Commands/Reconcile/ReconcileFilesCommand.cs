using System.CommandLine;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Reconcile;

/// <summary><c>dvc reconcile files</c>: what came, what was rejected and why, and what is missing.</summary>
internal sealed class ReconcileFilesCommand : DvcCommand
{
    private readonly Option<string?> _partner = ReconcileOptions.Partner(required: false);
    private readonly Option<int> _limit = Parameters.Limit(50);

    public ReconcileFilesCommand(CliEnvironment environment)
        : base(environment, "files", "List the partners' files: taken, rejected with line and rule, missing. Ends with 1 when one is missing.")
    {
        Options.Add(_partner);
        Options.Add(_limit);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var desk = ReconcileDesk.Of(work);
        var (partner, limit) = (arguments.GetValue(_partner)?.ToLowerInvariant(), arguments.GetValue(_limit));
        var files = await desk.Files.ListAsync(partner, limit, cancellationToken);
        var rejected = await desk.Files.RejectionsAsync(partner, limit, cancellationToken);
        var missing = await desk.Files.MissingAsync(partner, limit, cancellationToken);
        var isMissing = missing.Any(day => day.ArrivedAt is null);
        return new Answer(
            new { files, rejected, missing },
            console =>
            {
                var taken = Tables.Of("Đối tác", "Ngày", "Bản", "Tệp", "Dòng", "Byte", "SHA-256", "Nhận lúc", "Bởi");
                foreach (var file in files)
                {
                    taken.Row(
                        file.Partner, RunView.Day(file.Day), Tables.Number(file.Number), file.Name, Tables.Number(file.Lines), Tables.Number(file.Bytes),
                        file.Hash[..16],
                        Tables.Time(file.TakenAt), file.TakenBy);
                }

                console.Write(taken);
                if (rejected.Count > 0)
                {
                    var table = Tables.Of("Bị từ chối", "Ngày", "Tệp", "Dòng", "Trường", "Quy tắc", "Chi tiết", "Lúc");
                    foreach (var one in rejected)
                    {
                        table.Row(one.Partner, RunView.Day(one.Day), one.Name, Tables.Number(one.Line), one.Field, one.Rule, one.Details, Tables.Time(one.At));
                    }

                    console.Write(table);
                }

                foreach (var day in missing)
                {
                    console.Line(day.ArrivedAt is { } arrived
                        ? $"Tệp của {day.Partner} ngày {RunView.Day(day.Day)} đến muộn: {Tables.Time(arrived)}."
                        : $"THIẾU TỆP: {day.Partner} ngày {RunView.Day(day.Day)} (từ {Tables.Time(day.NoticedAt)}).");
                }

                console.Line($"{files.Count} tệp đã nhận, {rejected.Count} tệp bị từ chối.");
            },
            isMissing ? ExitCodes.Problems : ExitCodes.Ok);
    }
}
