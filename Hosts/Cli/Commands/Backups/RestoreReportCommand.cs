using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Commands.Dossiers;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Restoring;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Backups;

/// <summary><c>dvc restore report</c>: what a restore came to, and what cannot be known.</summary>
internal sealed class RestoreReportCommand : DvcCommand
{
    private static readonly Dictionary<RestoreFinding, string> Words = new()
    {
        [RestoreFinding.Same] = "cơ quan trả lời đúng trạng thái đang lưu",
        [RestoreFinding.Moved] = "đã đi tiếp ở cơ quan, đã cập nhật (các bước ở giữa không còn biết được)",
        [RestoreFinding.Contradicts] = "cơ quan trả lời trạng thái không nối được với trạng thái đang lưu – cần người xem",
        [RestoreFinding.UnknownThere] = "cơ quan không biết hồ sơ này – cần người xem (dvc dossier redeliver)",
        [RestoreFinding.NothingToAsk] = "không cần hỏi",
        [RestoreFinding.NoAnswer] = "cơ quan không trả lời được – cần người xem",
        [RestoreFinding.CannotBeAsked] = "hệ thống của cơ quan không có tra cứu: không biết có mất tiến độ hay không",
    };

    private readonly Option<int> _limit = Parameters.Limit(100);

    public RestoreReportCommand(CliEnvironment environment)
        : base(environment, "report", "Show what the latest restore came to; ends with 1 while it goes on, or when somebody must look at something.") => Options.Add(_limit);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var report = await new RestoreReporter(work.Source).ReadAsync(arguments.GetValue(_limit), cancellationToken)
            ?? throw CliProblemException.NotFound("This database was never restored.");
        return new Answer(new { report, notKnowable = Unknowable(report) }, console => Show(console, report), report.IsComplete && !report.NeedsSomebody ? ExitCodes.Ok : ExitCodes.Problems);
    }

    private static void Show(IAnsiConsole console, RestoreReport report)
    {
        var restore = report.Restore;
        console.Line($"Khôi phục lần {restore.Number - 1} về {Tables.Time(restore.RestoredTo)}, đánh dấu {Tables.Time(restore.MarkedAt)} bởi {restore.MarkedBy}, khoảng cách số {Tables.Number(restore.Gap)}.");
        console.Line($"Đã hỏi cơ quan về {Tables.Number(report.Asked)} hồ sơ chưa kết thúc; còn chờ {Tables.Number(report.Outstanding)}{(report.IsComplete ? "; đã xong" : "; đang tiếp tục")}.");
        foreach (var (finding, count) in report.Findings.OrderBy(row => row.Key)) console.Line($"  {Tables.Number(count)}: {Words[finding]}");
        Dossiers(console, report);
        if (report.Doubts.Count > 0)
        {
            console.Line("");
            console.Line("Cuộc gọi có thể đã thực hiện trước sự cố, không hỏi lại được (chi tiết: dvc doubts):");
            var table = Tables.Of("Việc", "Số lượng", "Có thể", "Hồ sơ");
            foreach (var doubt in report.Doubts)
            {
                table.Row(doubt.Type, Tables.Number(doubt.Count), doubt.Kind == "possibleDouble" ? "đã làm hai lần" : "chưa được làm", string.Join(' ', doubt.Keys.Take(3)) + (doubt.Keys.Count > 3 ? " …" : ""));
            }

            console.Write(table);
        }

        if (report.Strays.Count > 0)
        {
            console.Line("");
            console.Line("Mã hồ sơ do hệ thống này cấp mà cơ quan nêu nhưng ở đây không còn (đã mất khi khôi phục; không cấp lại cho hồ sơ khác):");
            var table = Tables.Of("Mã hồ sơ", "Hệ thống", "Từ", "Lần", "Ghi chú");
            foreach (var stray in report.Strays)
            {
                table.Row(stray.Code, stray.System, Tables.Time(stray.FirstAt), stray.Times.ToString(CultureInfo.InvariantCulture), stray.Born ? "đã nhận lại toàn bộ từ cơ quan" : "");
            }

            console.Write(table);
        }

        console.Line("");
        console.Line("Không thể biết được từ phía này:");
        foreach (var line in Unknowable(report)) console.Line($"  - {line}");
    }

    private static void Dossiers(IAnsiConsole console, RestoreReport report)
    {
        if (report.Dossiers.Count == 0) return;
        console.Line("");
        var table = Tables.Of("Hồ sơ", "Hệ thống", "Kết quả", "Đang lưu", "Cơ quan trả lời");
        foreach (var row in report.Dossiers) table.Row(row.Code, row.System, Words[row.Finding], NameOf(row.Was), NameOf(row.Told));
        console.Write(table);
    }

    private static string? NameOf(DossierState? state) => state is { } known ? DossierWords.Of(known) : null;

    /// <summary>What was lost in any case, and who can bring it back.</summary>
    private static List<string> Unknowable(RestoreReport report)
    {
        var from = Tables.Time(report.Restore.RestoredTo);
        var until = Tables.Time(report.Restore.MarkedAt);
        return
        [
            $"Hồ sơ và hồ sơ bổ sung đã nhận từ {from} đến {until}: số lượng không rõ. Cổng và hệ thống điều phối phải gửi lại (họ được báo bằng mã 410 của /v1/events và bằng GET /v1/restores); nộp lại sẽ nhận mã mới.",
            $"Các bước xử lý giữa hai trạng thái của {Tables.Number(report.Findings.GetValueOrDefault(RestoreFinding.Moved))} hồ sơ đã cập nhật, và thời điểm thật của trạng thái mới (ghi theo lúc hỏi).",
            $"Ngày hẹn trả, nội dung và giấy tờ mà cơ quan gửi từ {from} đến {until}: tra cứu không trả về những thông tin này.",
            $"Hồ sơ tiếp nhận tại quầy trong khoảng đó: cơ quan phải đồng bộ lại (DongBoHoSoMC).",
        ];
    }
}
