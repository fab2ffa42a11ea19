using System.CommandLine;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Catalogue;

/// <summary><c>dvc catalogue findings</c>: what an import noticed.</summary>
internal sealed class CatalogueFindingsCommand : DvcCommand
{
    private readonly Option<long?> _import = new("--import") { Description = "The import's number. Default: the last one.", HelpName = "N" };
    private readonly Option<string?> _code = new("--code") { Description = "Only findings of this code.", HelpName = "CODE" };

    public CatalogueFindingsCommand(CliEnvironment environment)
        : base(environment, "findings", "List what an import noticed in its files.")
    {
        Options.Add(_import);
        Options.Add(_code);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var number = arguments.GetValue(_import)
            ?? (await work.Catalogue.ImportsAsync(1, cancellationToken)).Select(import => (long?)import.Id).FirstOrDefault()
            ?? throw CliProblemException.NotFound("Nothing was ever imported. Run: dvc catalogue import");
        var code = arguments.GetValue(_code);
        var findings = (await work.Catalogue.FindingsAsync(number, cancellationToken)).Where(finding => code is null || finding.Code == code).ToList();
        var counts = FindingTables.CountsOf(findings);
        return new Answer(new { import = number, counts, findings }, console =>
        {
            FindingTables.ShowAll(console, findings);
            FindingTables.ShowCounts(console, counts);
        });
    }
}
