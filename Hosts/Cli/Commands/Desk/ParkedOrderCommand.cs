using System.CommandLine;
using System.Text;
using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Runtime.Parking;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc parked retry|edit|discard</c>: what is to become of a parked message. Its key's later messages follow in their order.</summary>
internal sealed class ParkedOrderCommand : DvcCommand
{
    private static readonly Dictionary<ParkingAction, (string Name, string Description, string Done)> Words = new()
    {
        [ParkingAction.Retry] = ("retry", "Put a parked message back into its place.", "Đã đưa bản tin trở lại"),
        [ParkingAction.Edit] = ("edit", "Put an edited message in the place of a parked one; the new body is read from standard input.", "Đã thay bản tin"),
        [ParkingAction.Discard] = ("discard", "Drop a parked message.", "Đã bỏ bản tin"),
    };

    private readonly Argument<Guid> _id = new("message") { Description = "The message's id." };
    private readonly Option<string?> _reason = Parameters.Reason("Why. Recorded with who ordered it.", required: true);
    private readonly ParkingAction _action;

    public ParkedOrderCommand(CliEnvironment environment, ParkingAction action)
        : base(environment, Words[action].Name, Words[action].Description)
    {
        _action = action;
        Arguments.Add(_id);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (id, reason) = (arguments.GetValue(_id), arguments.GetValue(_reason)?.Trim());
        if (string.IsNullOrEmpty(reason)) throw CliProblemException.Usage("--reason must not be empty.");
        var body = _action == ParkingAction.Edit ? await ReadBodyAsync(cancellationToken) : null;
        await using var work = Open();
        try
        {
            await new ParkingDesk(work.Source, Environment.Time).OrderAsync(id, _action, body, $"{Environment.Operator}: {reason}", cancellationToken);
        }
        catch (KeyNotFoundException)
        {
            throw CliProblemException.NotFound($"Không có bản tin {id} trong bãi đỗ.");
        }

        return new Answer(new { message = id, action = Words[_action].Name }, console => console.Line($"{Words[_action].Done} {id}."));
    }

    private async Task<byte[]> ReadBodyAsync(CancellationToken cancellationToken)
    {
        var text = await Environment.Input.ReadToEndAsync(cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return Encoding.UTF8.GetBytes(text);
        }
        catch (JsonException)
        {
            // Said below, together with what is JSON and no object.
        }

        throw CliProblemException.Usage("Standard input must hold the new body: one JSON object.");
    }
}
