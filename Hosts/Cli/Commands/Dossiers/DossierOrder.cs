using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Registries.Dossiers;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary>A command that orders something about one dossier.</summary>
internal abstract class DossierOrder : DvcCommand
{
    /// <summary>Creates it.</summary>
    protected DossierOrder(CliEnvironment environment, string name, string description)
        : base(environment, name, description) => Arguments.Add(Code);

    /// <summary>The dossier's code.</summary>
    protected Argument<DossierCode> Code { get; } = Parameters.Dossier();

    /// <summary>The dossier's row.</summary>
    protected async Task<DossierRow> RowAsync(Workplace work, ParseResult arguments, CancellationToken cancellationToken)
    {
        var code = arguments.GetValue(Code);
        return await work.Dossiers.FindAsync(code, cancellationToken) ?? throw CliProblemException.NotFound($"Không có hồ sơ {code}.");
    }

    /// <summary>What is answered when an order was handed in.</summary>
    protected static Answer Ordered(DossierRow row, string order, string text) =>
        new(new { dossier = row.Code, order }, console => console.Line($"{text} Theo dõi: dvc dossier show {row.Code}"));
}
