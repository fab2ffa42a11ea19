using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc lines</c>: how the partners are doing.</summary>
internal sealed class LinesCommand : DvcCommand
{
    private readonly Option<bool> _busy = new("--busy") { Description = "Only lines with something to do, or whose circuit is not closed." };

    public LinesCommand(CliEnvironment environment)
        : base(environment, "lines", "List the partners' lines: owner, circuit, what waits.") => Options.Add(_busy);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var busy = arguments.GetValue(_busy);
        var lines = (await new LineList(work.Source).ListAsync(cancellationToken))
            .Where(line => !busy || line.Oldest is not null || line.IsStopped || line.Circuit != "closed").ToList();
        return new Answer(new { lines }, console =>
        {
            var table = Tables.Of("Đường gọi", "Máy chủ", "Cầu dao", "Chờ gọi", "Đang gọi", "Gọi lại", "Chờ sau", "Bãi đỗ", "Cũ nhất");
            foreach (var line in lines)
            {
                table.Row(
                    line.Shard == 0 ? line.Partner : $"{line.Partner}/{Tables.Number(line.Shard)}", line.Owner, CircuitOf(line), Tables.Number(line.Waiting - line.Calling),
                    Tables.Number(line.Calling), Tables.Number(line.Later), Tables.Number(line.Held), Tables.Number(line.Parked), Tables.Time(line.Oldest));
            }

            console.Write(table);
        });
    }

    private static string CircuitOf(LineView line) => line switch
    {
        { IsStopped: true } => "đã dừng gọi",
        { Circuit: "closed" } => "bình thường",
        { Circuit: "open" } => $"ngắt từ {Tables.Time(line.CircuitSince)}",
        _ => $"{line.Circuit} từ {Tables.Time(line.CircuitSince)}",
    };
}
