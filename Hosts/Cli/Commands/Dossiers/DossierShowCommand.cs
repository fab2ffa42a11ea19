using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Registries.Dossiers.Timeline;
using DichVuCong.Registries.Settings;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary><c>dvc dossier show</c>: what came, what was decided, what was sent, when, and which clocks run.</summary>
internal sealed class DossierShowCommand : DvcCommand
{
    private readonly Argument<DossierCode> _code = Parameters.Dossier();
    private readonly Option<bool> _reveal = new("--reveal") { Description = "Show officers' names and what agencies wrote; needs --reason and is recorded." };
    private readonly Option<string?> _reason = Parameters.Reason("Why personal data is looked at.");

    public DossierShowCommand(CliEnvironment environment)
        : base(environment, "show", "Show a dossier's timeline: what came, what was decided, what was sent, which clocks run.")
    {
        Aliases.Add("timeline");
        Arguments.Add(_code);
        Options.Add(_reveal);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (code, reveal, reason) = (arguments.GetValue(_code), arguments.GetValue(_reveal), arguments.GetValue(_reason)?.Trim());
        if (reveal && string.IsNullOrEmpty(reason)) throw CliProblemException.Usage("--reveal needs --reason: who looks at personal data says why.");
        await using var work = Open();
        var reader = new TimelineReader(work.Source, work.Settings.ArchiveFolder);
        if (reveal) await RecordAsync(work, reader, code, reason!, cancellationToken);
        var timeline = await reader.ReadAsync(code, reveal ? work.Sealer : null, cancellationToken)
            ?? throw CliProblemException.NotFound($"Không có hồ sơ {code}.");
        return new Answer(timeline, console => TimelineView.Show(console, timeline, Environment.Time.GetUtcNow()));
    }

    /// <summary>The look is recorded before anything is shown: whoever interrupts the command has still looked.</summary>
    private async Task RecordAsync(Workplace work, TimelineReader reader, DossierCode code, string reason, CancellationToken cancellationToken)
    {
        if (await work.Dossiers.FindAsync(code, cancellationToken) is null) throw CliProblemException.NotFound($"Không có hồ sơ {code}.");
        // Keys that do not open anything must not leave a record of a look that did not happen.
        if (work.Sealer.CurrentKey < 0) throw new SettingsException("DVC_DATA_KEYS holds no key.");
        await reader.RecordViewAsync(code, Environment.Operator, $"dvc dossier show --reveal: {reason}", cancellationToken);
    }
}
