using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Approvals;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc approvals list</c>: what waits for a second person, and what became of what did.</summary>
internal sealed class ApprovalsListCommand : DvcCommand
{
    private readonly Option<ApprovalState?> _state = new("--state") { Description = "open, approved, rejected, expired or failed.", HelpName = "STATE" };
    private readonly Option<int> _limit = Parameters.Limit(50);

    public ApprovalsListCommand(CliEnvironment environment)
        : base(environment, "list", "List proposals, the latest first.")
    {
        Options.Add(_state);
        Options.Add(_limit);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var approvals = await work.Desk<ApprovalDesk>().ListAsync(
            Environment.Person, arguments.GetValue(_state), target: null, before: null, arguments.GetValue(_limit), cancellationToken);
        return new Answer(new { approvals }, console =>
        {
            var table = Tables.Of("Đề nghị", "Việc", "Đối tượng", "Người đề nghị", "Lý do", "Trạng thái", "Người quyết định", "Kết quả");
            foreach (var row in approvals)
            {
                table.Row(
                    row.Id.ToString(), row.Kind, row.Target, $"{row.ProposedName}, {Tables.Time(row.ProposedAt)}", row.Reason, row.State.ToString().ToLowerInvariant(),
                    row.DecidedName is null ? null : $"{row.DecidedName}, {Tables.Time(row.DecidedAt)}: {row.Decision}", row.Outcome);
            }

            console.Write(table);
        });
    }
}
