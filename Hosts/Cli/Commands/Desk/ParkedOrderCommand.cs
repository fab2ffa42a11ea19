using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Parked;
using DichVuCong.Runtime.Parking;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc parked retry|edit|discard</c>: proposes what is to become of a parked message; a second person approves (<c>dvc approvals</c>).</summary>
internal sealed class ParkedOrderCommand : DvcCommand
{
    private static readonly Dictionary<ParkingAction, (string Name, string Description)> Words = new()
    {
        [ParkingAction.Retry] = ("retry", "Propose to put a parked message back into its place."),
        [ParkingAction.Edit] = ("edit", "Propose an edited message in the place of one of our own; the new body is read from standard input."),
        [ParkingAction.Discard] = ("discard", "Propose to drop a parked message."),
    };

    private readonly Argument<Guid> _id = new("message") { Description = "The message's id." };
    private readonly Option<string?> _reason = Parameters.Reason("Why. Recorded with who ordered it.", required: true);
    private readonly Option<int?> _scope = new("--scope") { Description = "Where it is parked, when it is at several places (dvc parked list --json).", HelpName = "N" };
    private readonly ParkingAction _action;

    public ParkedOrderCommand(CliEnvironment environment, ParkingAction action)
        : base(environment, Words[action].Name, Words[action].Description)
    {
        _action = action;
        Arguments.Add(_id);
        Options.Add(_reason);
        Options.Add(_scope);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (id, scope, reason) = (arguments.GetValue(_id), arguments.GetValue(_scope), arguments.GetValue(_reason) ?? "");
        var body = _action == ParkingAction.Edit ? await Environment.Input.ReadToEndAsync(cancellationToken) : null;
        await using var work = Open();
        var desk = work.Desk<ParkedDesk>();
        try
        {
            var approval = body is null
                ? await desk.ProposeAsync(Environment.Person, id, scope, _action, reason, cancellationToken)
                : await desk.ProposeEditAsync(Environment.Person, id, scope, body, reason, cancellationToken);
            return new Answer(
                new { message = id, action = Words[_action].Name, approval },
                console => console.Line($"Đã đề nghị {approval}; người thứ hai: dvc approvals approve {approval} --reason …"));
        }
        catch (KeyNotFoundException)
        {
            throw CliProblemException.NotFound($"Không có bản tin {id} trong bãi đỗ.");
        }
    }
}
