using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Parked;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc parked retry-group</c>: proposes that every message of a cause goes back.</summary>
internal sealed class ParkedRetryGroupCommand : DvcCommand
{
    private readonly Argument<string> _cause = new("cause") { Description = "The cause (dvc parked causes)." };
    private readonly Option<string?> _reason = Parameters.Reason("Why. Recorded with who proposed it.", required: true);

    public ParkedRetryGroupCommand(CliEnvironment environment)
        : base(environment, "retry-group", "Propose to put every message of a cause back into its place; a second person approves.")
    {
        Arguments.Add(_cause);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var cause = arguments.GetRequiredValue(_cause);
        await using var work = Open();
        try
        {
            var approval = await work.Desk<ParkedDesk>().ProposeGroupAsync(Environment.Person, cause, arguments.GetValue(_reason) ?? "", cancellationToken);
            return new Answer(new { approval, cause }, console => console.Line($"Đã đề nghị {approval}; người thứ hai: dvc approvals approve {approval} --reason …"));
        }
        catch (KeyNotFoundException)
        {
            throw CliProblemException.NotFound($"Không có bản tin nào của nguyên nhân {cause} chờ lệnh.");
        }
    }
}
