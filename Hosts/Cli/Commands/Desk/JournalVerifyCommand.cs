using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Runtime.Journal;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary>
/// <c>dvc journal verify</c>: recomputes the chains, from the archived months into the tables; a row that was changed, added or taken away breaks
/// one.
/// </summary>
internal sealed class JournalVerifyCommand : DvcCommand
{
    private static readonly Dictionary<ArchiveFault, string> Faults = new()
    {
        [ArchiveFault.Missing] = "không tìm thấy tệp",
        [ArchiveFault.Changed] = "tệp đã bị thay đổi",
    };

    private readonly Option<DateOnly?> _since = Parameters.Day("--since", "From this day on. Default: the whole journal, archived months included.");

    public JournalVerifyCommand(CliEnvironment environment)
        : base(environment, "verify", "Check that no row of the journal was changed, added or taken away; ends with 1 when one was.") => Options.Add(_since);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var since = arguments.GetValue(_since) is { } day ? VietnamTime.At(day, TimeOnly.MinValue) : DateTimeOffset.UnixEpoch;
        var found = await new JournalVerifier(work.Source, work.Settings.ArchiveFolder).VerifyAsync(since, cancellationToken);
        var model = new
        {
            batches = found.Checked,
            broken = found.Broken.Select(one => new { lane = one.Lane, batch = one.Batch }),
            archives = found.Files.Select(file => new { month = file.Month.Month, file = file.Month.File, fault = file.Fault }),
        };
        return new Answer(model, console => Show(console, found), found.IsWhole ? ExitCodes.Ok : ExitCodes.Problems);
    }

    private static void Show(IAnsiConsole console, JournalFindings found)
    {
        foreach (var (lane, batch) in found.Broken) console.Line(lane < 0 ? $"Đứt chuỗi: đường gọi {-lane}, lô {batch}" : $"Đứt chuỗi: làn {lane}, lô {batch}");
        foreach (var (month, fault) in found.Files)
        {
            if (fault is { } what) console.Line($"Lưu trữ tháng {month.Month:MM/yyyy}, {month.File}: {Faults[what]}");
        }

        console.Line($"Đã kiểm tra {Tables.Number(found.Checked)} lô, {Tables.Number(found.Broken.Count)} lô bị đứt chuỗi; {Tables.Number(found.Files.Count)} tháng lưu trữ.");
    }
}
