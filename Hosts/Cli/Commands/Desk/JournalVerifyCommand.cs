using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Runtime.Journal;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc journal verify</c>: recomputes the chains; a row that was changed, added or taken away breaks one.</summary>
internal sealed class JournalVerifyCommand : DvcCommand
{
    private readonly Option<DateOnly?> _since = Parameters.Day("--since", "From this day on. Default: the whole journal.");

    public JournalVerifyCommand(CliEnvironment environment)
        : base(environment, "verify", "Check that no row of the journal was changed, added or taken away; ends with 1 when one was.") => Options.Add(_since);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var since = arguments.GetValue(_since) is { } day ? VietnamTime.At(day, TimeOnly.MinValue) : DateTimeOffset.UnixEpoch;
        var (looked, broken) = await new JournalVerifier(work.Source).VerifyAsync(since, cancellationToken);
        var model = new { batches = looked, broken = broken.Select(one => new { lane = one.Lane, batch = one.Batch }) };
        return new Answer(
            model,
            console =>
            {
                foreach (var (lane, batch) in broken) console.Line(lane < 0 ? $"Đứt chuỗi: đường gọi {-lane}, lô {batch}" : $"Đứt chuỗi: làn {lane}, lô {batch}");
                console.Line($"Đã kiểm tra {Tables.Number(looked)} lô, {Tables.Number(broken.Count)} lô bị đứt chuỗi.");
            },
            broken.Count == 0 ? ExitCodes.Ok : ExitCodes.Problems);
    }
}
