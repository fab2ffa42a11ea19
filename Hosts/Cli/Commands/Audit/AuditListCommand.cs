using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Registries.Operations.Audit;

namespace DichVuCong.Cli.Commands.Audit;

/// <summary><c>dvc audit list</c>: who did what.</summary>
internal sealed class AuditListCommand : DvcCommand
{
    private readonly Option<string?> _who = new("--who") { Description = "Of this subject or name.", HelpName = "WHO" };
    private readonly Option<string?> _action = new("--action") { Description = "This action, or all below it: parked, parked.reveal.", HelpName = "ACTION" };
    private readonly Option<string?> _target = new("--target") { Description = "Done to this.", HelpName = "TARGET" };
    private readonly Option<DateOnly?> _from = Parameters.Day("--from", "From this day on.");
    private readonly Option<DateOnly?> _to = Parameters.Day("--to", "Up to this day.");
    private readonly Option<int> _limit = Parameters.Limit(50);

    public AuditListCommand(CliEnvironment environment)
        : base(environment, "list", "List the audit trail, the latest first.")
    {
        foreach (var option in new Option[] { _who, _action, _target, _from, _to, _limit }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var filter = new AuditFilter
        {
            Who = arguments.GetValue(_who),
            Action = arguments.GetValue(_action),
            Target = arguments.GetValue(_target),
            From = arguments.GetValue(_from) is { } from ? VietnamTime.At(from, TimeOnly.MinValue) : null,
            Until = arguments.GetValue(_to) is { } to ? VietnamTime.At(to.AddDays(1), TimeOnly.MinValue) : null,
        };
        var rows = await work.Desk<AuditReader>().ListAsync(filter, arguments.GetValue(_limit), cancellationToken);
        return new Answer(new { rows }, console =>
        {
            var table = Tables.Of("Số", "Lúc", "Ai", "Vai trò", "Việc", "Đối tượng", "Lý do", "Kết quả");
            foreach (var row in rows)
            {
                table.Row(Tables.Number(row.Number), Tables.Time(row.At), $"{row.Name} ({row.Who})", row.Role, row.Action, $"{row.Kind} {row.Target}", row.Reason, row.Result);
            }

            console.Write(table);
        });
    }
}
