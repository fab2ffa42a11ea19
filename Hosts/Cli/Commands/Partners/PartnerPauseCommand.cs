using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Partners;

namespace DichVuCong.Cli.Commands.Partners;

/// <summary><c>dvc partners pause|resume</c>: calls a partner no more, or again.</summary>
internal sealed class PartnerPauseCommand : DvcCommand
{
    private readonly Argument<string> _partner = new("partner") { Description = "The partner, such as onestop:H29." };
    private readonly Option<string?> _reason = Parameters.Reason("Why. Recorded with who ordered it.", required: true);
    private readonly bool _pauses;

    public PartnerPauseCommand(CliEnvironment environment, bool pauses)
        : base(environment, pauses ? "pause" : "resume", pauses ? "Call a partner no more; what is for it waits." : "Call a paused partner again.")
    {
        _pauses = pauses;
        Arguments.Add(_partner);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var (desk, partner, reason) = (work.Desk<PartnerDesk>(), arguments.GetValue(_partner)!, arguments.GetValue(_reason));
        if (_pauses) await desk.PauseAsync(Environment.Person, partner, reason, cancellationToken);
        else await desk.ResumeAsync(Environment.Person, partner, reason, cancellationToken);
        return new Answer(new { partner, paused = _pauses }, console => console.Line(_pauses ? $"Đã tạm dừng gọi {partner}." : $"Đã gọi lại {partner}."));
    }
}
