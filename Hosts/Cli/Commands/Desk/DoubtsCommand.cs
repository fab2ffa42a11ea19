using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc doubts</c>: calls that may have happened twice, or not at all.</summary>
internal sealed class DoubtsCommand : DvcCommand
{
    private readonly Option<int> _limit = Parameters.Limit(100);

    public DoubtsCommand(CliEnvironment environment)
        : base(environment, "doubts", "List partner calls that may have happened twice, or not at all.") => Options.Add(_limit);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var doubts = await new DoubtList(work.Source).DoubtsAsync(arguments.GetValue(_limit), cancellationToken);
        return new Answer(new { doubts }, console =>
        {
            var table = Tables.Of("Lúc", "Đường gọi", "Việc", "Khóa", "Lần", "Có thể", "Lý do");
            foreach (var doubt in doubts)
            {
                table.Row(
                    Tables.Time(doubt.At), doubt.Partner, doubt.Type, doubt.Key, doubt.Attempt.ToString(CultureInfo.InvariantCulture),
                    doubt.Kind == "possibleDouble" ? "đã làm hai lần" : "chưa được làm", doubt.Reason);
            }

            console.Write(table);
            console.Line($"{doubts.Count} cuộc gọi chưa rõ kết quả.");
        });
    }
}
