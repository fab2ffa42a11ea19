using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Registries.Dossiers.Timeline;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Dossiers;
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
        if (reason is { Length: > DossierDesk.LongestReason }) throw CliProblemException.Usage($"--reason must have at most {DossierDesk.LongestReason} characters.");
        await using var work = Open();
        if (reveal && work.Sealer.CurrentKey < 0) throw new SettingsException("DVC_DATA_KEYS holds no key.");
        // Without --reveal nothing is opened, and no key is asked for.
        var timeline = reveal
            ? (await DeskOf(work).RevealAsync(Operator.OfSystem(Environment.Operator), code, reason!, cancellationToken))?.Timeline
            : await new TimelineReader(work.Source, work.Settings.ArchiveFolder).ReadAsync(code, sealer: null, cancellationToken);
        if (timeline is null) throw CliProblemException.NotFound($"Không có hồ sơ {code}.");
        return new Answer(timeline, console => TimelineView.Show(console, timeline, Environment.Time.GetUtcNow()));
    }

    private static DossierDesk DeskOf(Workplace work) => new(
        work.Source, work.Sealer, new AccessPolicy(new AgencyTree()), new AuditTrail(work.Settings.Keys, work.Environment.Time), work.Settings.ArchiveFolder);
}
