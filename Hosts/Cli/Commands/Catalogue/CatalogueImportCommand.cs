using System.CommandLine;
using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Catalogue;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Catalogue;

/// <summary><c>dvc catalogue import</c>: brings the shipped files, or newer ones, into the registry (A21-A22).</summary>
internal sealed class CatalogueImportCommand : DvcCommand
{
    private readonly Argument<DirectoryInfo?> _folder = new("folder")
    {
        Description = "A folder whose files go before those that the program ships.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _massRemoval = new("--allow-mass-removal") { Description = "Let more than a tenth of a table's rows go." };
    private readonly Option<bool> _findings = new("--findings") { Description = "List every finding." };

    public CatalogueImportCommand(CliEnvironment environment)
        : base(environment, "import", "Import procedures, places, agencies, systems, routes and calendars. What operators changed stays.")
    {
        Arguments.Add(_folder);
        Options.Add(_massRemoval);
        Options.Add(_findings);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = arguments.GetValue(_folder);
        if (folder is { Exists: false }) throw CliProblemException.NotFound($"There is no folder {folder}.");
        var reading = CatalogueReader.Read(folder is null ? CatalogueFolder.Shipped : CatalogueFolder.Shipped.Behind(folder.FullName));
        await using var work = Open();
        var result = await ImportAsync(work, reading, arguments.GetValue(_massRemoval), cancellationToken);
        var summary = FindingTables.CountsOf(reading.Findings);
        var list = arguments.GetValue(_findings);
        var model = new
        {
            result.Import,
            result.Version,
            result.Changed,
            result.Changes,
            result.LeftAsTheyAre,
            findings = summary,
            list = list ? reading.Findings : null,
        };
        return new Answer(model, console =>
        {
            Show(console, result);
            FindingTables.ShowCounts(console, summary);
            if (list) FindingTables.ShowAll(console, reading.Findings);
        });
    }

    private static async Task<CatalogueImportResult> ImportAsync(
        Workplace work, CatalogueReading reading, bool allowMassRemoval, CancellationToken cancellationToken)
    {
        try
        {
            return await work.Catalogue.ImportAsync(reading.Data, reading.Findings, allowMassRemoval, cancellationToken);
        }
        catch (CatalogueImportRefusedException refusal)
        {
            throw CliProblemException.Refused($"{refusal.Message} (--allow-mass-removal)");
        }
    }

    private static void Show(IAnsiConsole console, CatalogueImportResult result)
    {
        console.Line(result.Changed
            ? $"Danh mục phiên bản {result.Version} (lần nhập {result.Import})."
            : $"Danh mục không thay đổi, vẫn là phiên bản {result.Version} (lần nhập {result.Import}).");
        if (result.Changes.Count > 0)
        {
            var table = Tables.Of("Bảng", "Ghi", "Bỏ");
            foreach (var change in result.Changes) table.Row(change.Table, Tables.Number(change.Written), Tables.Number(change.Removed));
            console.Write(table);
        }

        if (result.LeftAsTheyAre.Count > 0) console.Line($"Giữ nguyên vì thiếu tệp: {string.Join(", ", result.LeftAsTheyAre)}");
    }
}
