using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Approvals;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc approvals approve|reject</c>: the second person's word.</summary>
internal sealed class ApprovalDecideCommand : DvcCommand
{
    private readonly Argument<Guid> _id = new("approval") { Description = "The proposal's id." };
    private readonly Option<string?> _reason = Parameters.Reason("Why. Recorded with who decided.", required: true);
    private readonly bool _approves;

    public ApprovalDecideCommand(CliEnvironment environment, bool approves)
        : base(environment, approves ? "approve" : "reject", approves ? "Approve what somebody else proposed; it is done at once." : "Reject what somebody else proposed.")
    {
        _approves = approves;
        Arguments.Add(_id);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (id, reason) = (arguments.GetValue(_id), arguments.GetValue(_reason) ?? "");
        await using var work = Open();
        var desk = work.Desk<ApprovalDesk>();
        var approval = _approves
            ? await desk.ApproveAsync(Environment.Person, id, reason, cancellationToken)
            : await desk.RejectAsync(Environment.Person, id, reason, cancellationToken);
        return new Answer(
            approval, console => console.Line($"{approval.Kind} {approval.Target}: {approval.State.ToString().ToLowerInvariant()} {approval.Outcome}".TrimEnd()),
            approval.State == ApprovalState.Failed ? ExitCodes.Problems : ExitCodes.Ok);
    }
}
