using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers.Timeline;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary><c>dvc dossier correct</c>: a flagged row takes effect although the state graph has no such edge (decisions, State graph).</summary>
internal sealed class DossierCorrectCommand : DossierOrder
{
    private const int RowIdLength = 16;

    private readonly Argument<string> _row = new("row") { Description = "The row's id: 16 hexadecimal digits, as dvc dossier show prints it." };
    private readonly Option<string?> _reason = Parameters.Reason("Why the row is right. Kept on the timeline; no personal data.", required: true);

    public DossierCorrectCommand(CliEnvironment environment)
        : base(environment, "correct", "Accept a flagged row of the agency's as a correction.")
    {
        Arguments.Add(_row);
        Options.Add(_reason);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (id, reason) = (arguments.GetRequiredValue(_row).ToLowerInvariant(), arguments.GetValue(_reason)?.Trim());
        if (id.Length != RowIdLength || !id.All(char.IsAsciiHexDigit)) throw CliProblemException.Usage("row must be 16 hexadecimal digits.");
        if (string.IsNullOrEmpty(reason)) throw CliProblemException.Usage("--reason must not be empty.");
        await using var work = Open();
        var row = await RowAsync(work, arguments, cancellationToken);
        var timeline = await new TimelineReader(work.Source).ReadAsync(row.Code, sealer: null, cancellationToken);
        var entry = timeline!.Entries.FirstOrDefault(entry => entry.Kind == TimelineKind.Row && entry.RowId == id)
            ?? throw CliProblemException.NotFound($"Hồ sơ {row.Code} không có bản ghi {id}.");
        if (entry.Flag is not DossierFlag.ImpossibleTransition) throw CliProblemException.Refused($"Bản ghi {id} không bị đánh dấu chuyển trạng thái bất thường.");
        await CommandDoor.SendAsync(work, row.Flow, new AcceptCorrection(row.Code, id, reason, Environment.Operator), [], cancellationToken);
        return Ordered(row, "correct", $"Đã ghi nhận đính chính theo bản ghi {id}.");
    }
}
