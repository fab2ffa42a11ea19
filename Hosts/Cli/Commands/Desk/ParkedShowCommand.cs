using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Parked;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc parked show</c>: one parked message; its body only for a reason, which is recorded.</summary>
internal sealed class ParkedShowCommand : DvcCommand
{
    private readonly Argument<Guid> _id = new("message") { Description = "The message's id." };
    private readonly Option<bool> _body = new("--body") { Description = "Show the body, which may hold personal data; needs --reason and is recorded." };
    private readonly Option<string?> _reason = Parameters.Reason("Why the body is looked at.");

    public ParkedShowCommand(CliEnvironment environment)
        : base(environment, "show", "Show a parked message.")
    {
        Arguments.Add(_id);
        Options.Add(_body);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (id, withBody, reason) = (arguments.GetValue(_id), arguments.GetValue(_body), arguments.GetValue(_reason)?.Trim());
        if (withBody && string.IsNullOrEmpty(reason)) throw CliProblemException.Usage("--body needs --reason: who looks at personal data says why.");
        await using var work = Open();
        var detail = await work.Desk<ParkedReader>().ShowAsync(Environment.Person, id, scope: null, cancellationToken)
            ?? throw CliProblemException.NotFound($"Không có bản tin {id} trong bãi đỗ.");
        var body = withBody ? await work.Desk<ParkedDesk>().RevealAsync(Environment.Person, id, detail.Row.Scope, reason!, cancellationToken) : null;
        var parked = detail.Row;
        return new Answer(new { parked, detail.MaskedBody, detail.Held, detail.Clocks, detail.Deadline, body }, console =>
        {
            console.Line($"{parked.Type} của {parked.Key}, tại {parked.Where}, đỗ từ {Tables.Time(parked.ParkedAt)} sau {parked.Attempts} lần");
            console.Line($"Lý do: {parked.Error}");
            console.Line($"{parked.Waiting} bản tin của {parked.Key} chờ phía sau.");
            if (detail.Deadline is { } deadline) console.Line($"Hạn pháp lý của hồ sơ: {Tables.Time(deadline)}");
            foreach (var clock in detail.Clocks) console.Line($"Thời hạn {clock.Name} đến {Tables.Time(clock.Due)} đứng yên trong lúc này.");
            console.Line(body ?? detail.MaskedBody);
        });
    }
}
