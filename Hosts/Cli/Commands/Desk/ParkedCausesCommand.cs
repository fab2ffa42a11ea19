using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Parked;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc parked causes</c>: parked messages grouped by their cause.</summary>
internal sealed class ParkedCausesCommand(CliEnvironment environment) : DvcCommand(environment, "causes", "Group parked messages by their cause.")
{
    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var causes = await work.Desk<ParkedReader>().CausesAsync(Environment.Person, cancellationToken);
        return new Answer(new { causes }, console =>
        {
            var table = Tables.Of("Nguyên nhân", "Ở đâu", "Loại", "Số tin", "Chờ sau", "Từ lúc", "Đã ra lệnh", "Lý do");
            foreach (var cause in causes)
            {
                table.Row(
                    cause.Cause, cause.Where, cause.Type, Tables.Number(cause.Count), Tables.Number(cause.Waiting), Tables.Time(cause.Oldest), Tables.Number(cause.Ordered),
                    cause.Error);
            }

            console.Write(table);
        });
    }
}
