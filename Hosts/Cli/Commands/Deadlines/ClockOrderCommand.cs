using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Deadlines;

namespace DichVuCong.Cli.Commands.Deadlines;

/// <summary><c>dvc clocks move|cancel</c>: proposes it; a second person approves (<c>dvc approvals</c>).</summary>
internal sealed class ClockOrderCommand : DvcCommand
{
    private readonly Argument<long> _saga = new("saga") { Description = "The saga's number, from dvc clocks list." };
    private readonly Argument<string> _clock = new("clock") { Description = "The clock's name." };
    private readonly Option<DateTimeOffset> _due = new("--due") { Description = "When it shall be due, such as 2026-12-05T17:00+07:00.", HelpName = "TIME" };
    private readonly Option<string?> _reason = Parameters.Reason("Why. Recorded with who ordered it.", required: true);
    private readonly bool _moves;

    public ClockOrderCommand(CliEnvironment environment, bool moves)
        : base(environment, moves ? "move" : "cancel", moves ? "Propose to move a clock." : "Propose to cancel a clock.")
    {
        _moves = moves;
        Arguments.Add(_saga);
        Arguments.Add(_clock);
        Options.Add(_reason);
        if (!moves) return;
        _due.Required = true;
        Options.Add(_due);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var (desk, saga, clock, reason) = (work.Desk<ClockDesk>(), arguments.GetValue(_saga), arguments.GetValue(_clock)!, arguments.GetValue(_reason));
        try
        {
            var approval = _moves
                ? await desk.ProposeMoveAsync(Environment.Person, saga, clock, arguments.GetValue(_due), reason, cancellationToken)
                : await desk.ProposeCancelAsync(Environment.Person, saga, clock, reason, cancellationToken);
            return new Answer(
                new { saga, clock, approval }, console => console.Line($"Đã đề nghị {approval}; người thứ hai: dvc approvals approve {approval} --reason …"));
        }
        catch (KeyNotFoundException)
        {
            throw CliProblemException.NotFound($"Đồng hồ {clock} của {saga} không chạy.");
        }
    }
}
