using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Runtime.Parking;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc parked list</c>: what waits for an operator.</summary>
internal sealed class ParkedListCommand : DvcCommand
{
    private readonly Option<int> _limit = Parameters.Limit(100);

    public ParkedListCommand(CliEnvironment environment)
        : base(environment, "list", "List parked messages, the oldest first.") => Options.Add(_limit);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var desk = new ParkingDesk(work.Source, Environment.Time);
        var parked = await desk.ListAsync(arguments.GetValue(_limit), cancellationToken);
        var waitingForNewerBuild = await desk.CountWaitingForNewerBuildAsync(cancellationToken);
        return new Answer(new { parked, waitingForNewerBuild }, console =>
        {
            var table = Tables.Of("Bản tin", "Ở đâu", "Khóa", "Loại", "Từ lúc", "Số lần", "Chờ sau", "Lý do");
            foreach (var row in parked)
            {
                table.Row(
                    row.Id.ToString(), row.Where, row.Key, row.Type, Tables.Time(row.ParkedAt), row.Attempts.ToString(CultureInfo.InvariantCulture),
                    Tables.Number(row.Waiting), row.Error);
            }

            console.Write(table);
            console.Line($"{parked.Count} bản tin trong bãi đỗ.");
            if (waitingForNewerBuild > 0) console.Line($"{waitingForNewerBuild} khóa chờ máy chủ chạy phiên bản mới hơn.");
        });
    }
}
