using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Sagas;

namespace DichVuCong.Cli.Commands.Sagas;

/// <summary><c>dvc sagas list</c>: how many of each type stand in which state, the oldest in each, and how many are stuck by which rule.</summary>
internal sealed class SagasListCommand : DvcCommand
{
    private readonly Option<bool> _last = new("--last") { Description = "Show the last census instead of taking one." };

    public SagasListCommand(CliEnvironment environment)
        : base(environment, "list", "Count the sagas by type and state.") => Options.Add(_last);

    /// <summary>What a state is called.</summary>
    internal static string NameOf(string type, short state, string name) =>
        $"{state} {OperatorWords.OfState(type, name)}";

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        if (!arguments.GetValue(_last)) await new CensusTaker(work.Source).TakeAsync(cancellationToken);
        var census = await new CensusReader(work.Source).LatestAsync(scope: null, cancellationToken) ?? throw CliProblemException.NotFound("Chưa đếm lần nào: dvc sagas list");
        return new Answer(census, console =>
        {
            var counts = Tables.Of("Loại", "Trạng thái", "Số lượng", "Lâu nhất từ", "Khóa");
            foreach (var row in census.Counts)
            {
                counts.Row(OperatorWords.Of(row.Type), NameOf(row.Type, row.State, row.Name), Tables.Number(row.Amount), row.OldestAt is null ? null : Tables.Time(row.OldestAt), row.OldestKey);
            }

            console.Write(counts);
            var rules = Tables.Of("Quy tắc", "Nội dung", "Đang kẹt", "Lâu nhất từ");
            foreach (var rule in census.Rules.Where(rule => rule.IsEnabled))
            {
                rules.Row(rule.Id, rule.TitleVi, Tables.Number(rule.Amount), rule.Oldest is null ? null : Tables.Time(rule.Oldest));
            }

            console.Write(rules);
            console.Line($"Đếm lúc {Tables.Time(census.TakenAt)}, mất {Tables.Number((long)census.Took.TotalMilliseconds)} ms.");
        });
    }
}
