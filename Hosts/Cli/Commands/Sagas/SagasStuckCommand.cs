using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Sagas;

namespace DichVuCong.Cli.Commands.Sagas;

/// <summary><c>dvc sagas stuck</c>: the sagas that are stuck, the oldest first.</summary>
internal sealed class SagasStuckCommand : DvcCommand
{
    private readonly Option<string?> _rule = new("--rule") { Description = "Only those of a rule, as dvc sagas list names it.", HelpName = "RULE" };
    private readonly Option<bool> _last = new("--last") { Description = "Show the last census instead of taking one." };
    private readonly Option<int> _limit = Parameters.Limit(100);

    public SagasStuckCommand(CliEnvironment environment)
        : base(environment, "stuck", "List the sagas that are stuck, by the rules of operations.saga_rule.")
    {
        foreach (var option in new Option[] { _rule, _last, _limit }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        if (!arguments.GetValue(_last)) await new CensusTaker(work.Source).TakeAsync(cancellationToken);
        var reader = new CensusReader(work.Source);
        var census = await reader.LatestAsync(scope: null, cancellationToken) ?? throw CliProblemException.NotFound("Chưa đếm lần nào: dvc sagas list");
        var rule = arguments.GetValue(_rule);
        if (rule is not null && census.Rules.All(row => row.Id != rule)) throw CliProblemException.NotFound($"Không có quy tắc {rule}.");
        var stuck = await reader.StuckAsync(scope: null, rule, arguments.GetValue(_limit), cancellationToken);
        var total = census.Rules.Where(row => rule is null || row.Id == rule).Sum(row => row.Amount);
        return new Answer(new { census.TakenAt, total, stuck }, console =>
        {
            var table = Tables.Of("Quy tắc", "Khóa", "Cơ quan", "Trạng thái", "Từ lúc");
            foreach (var row in stuck) table.Row(row.Rule, row.Key, row.Agency, row.State is null ? null : OperatorWords.OfState(row.Type, row.State), Tables.Time(row.Since));
            console.Write(table);
            console.Line($"{stuck.Count} trong {Tables.Number(total)} đang kẹt, đếm lúc {Tables.Time(census.TakenAt)}.");
        });
    }
}
