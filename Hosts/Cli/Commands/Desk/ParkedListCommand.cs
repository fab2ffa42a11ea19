using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Parked;
using DichVuCong.Runtime.Parking;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc parked list</c>: what waits for an operator.</summary>
internal sealed class ParkedListCommand : DvcCommand
{
    private readonly Option<int> _limit = Parameters.Limit(100);
    private readonly Option<string?> _cause = new("--cause") { Description = "Only messages of this cause (dvc parked causes).", HelpName = "CAUSE" };

    public ParkedListCommand(CliEnvironment environment)
        : base(environment, "list", "List parked messages, the oldest first.")
    {
        Options.Add(_limit);
        Options.Add(_cause);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var parked = await work.Desk<ParkedReader>().ListAsync(
            Environment.Person, arguments.GetValue(_cause), onlyUnordered: false, arguments.GetValue(_limit), cancellationToken);
        var waitingForNewerBuild = await work.Desk<ParkingDesk>().CountWaitingForNewerBuildAsync(cancellationToken);
        return new Answer(new { parked, waitingForNewerBuild }, console =>
        {
            var table = Tables.Of("Bản tin", "Ở đâu", "Khóa", "Loại", "Từ lúc", "Số lần", "Chờ sau", "Đã ra lệnh", "Lý do");
            foreach (var row in parked)
            {
                table.Row(
                    row.Id.ToString(), row.Where, row.Key, row.Type, Tables.Time(row.ParkedAt), row.Attempts.ToString(CultureInfo.InvariantCulture),
                    Tables.Number(row.Waiting), Tables.Time(row.OrderedAt), row.Error);
            }

            console.Write(table);
            console.Line($"{parked.Count} bản tin trong bãi đỗ.");
            if (waitingForNewerBuild > 0) console.Line($"{waitingForNewerBuild} khóa chờ máy chủ chạy phiên bản mới hơn.");
        });
    }
}
