using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Audit;

namespace DichVuCong.Cli.Commands.Audit;

/// <summary><c>dvc audit check-export</c>: whether a signed copy is to be believed; needs no database.</summary>
internal sealed class AuditCheckExportCommand : DvcCommand
{
    private readonly Argument<string> _file = new("file") { Description = "The copy." };
    private readonly Option<string?> _key = AuditKey.Option("The public key's PEM file.");

    public AuditCheckExportCommand(CliEnvironment environment)
        : base(environment, "check-export", "Check a signed copy of the audit trail.")
    {
        Arguments.Add(_file);
        Options.Add(_key);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var key = await AuditKey.ReadAsync(Environment, arguments.GetValue(_key), cancellationToken);
        await using var file = File.OpenRead(arguments.GetRequiredValue(_file));
        var result = await AuditExport.CheckAsync(file, key, cancellationToken);
        return new Answer(
            result, console => console.Line(result.Fault is null ? $"Bản sao đúng: {result.Rows} dòng ({result.First}–{result.Last})." : $"Bản sao không tin được: {result.Fault}"),
            result.Fault is null ? ExitCodes.Ok : ExitCodes.Problems);
    }
}
