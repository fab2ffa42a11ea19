using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary><c>dvc dossier redeliver</c>: the one-stop system refused it, or the calls were given up; the cause is mended.</summary>
internal sealed class DossierRedeliverCommand(CliEnvironment environment)
    : DossierOrder(environment, "redeliver", "Deliver a dossier to its one-stop system once more.")
{
    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var row = await RowAsync(work, arguments, cancellationToken);
        if (row.System is null) throw CliProblemException.Refused($"Hồ sơ {row.Code} chưa được điều phối: dvc dossier assign {row.Code} --agency <mã>");
        if (StateGraph.IsFinal(row.State)) throw CliProblemException.Refused($"Hồ sơ {row.Code} đã kết thúc: {DossierStateNames.Of(row.State)}.");
        var order = new RedeliverDossier(row.Code, Environment.Operator, Guid.CreateVersion7(Environment.Time.GetUtcNow()));
        await CommandDoor.SendAsync(work, row.Flow, order, [], cancellationToken);
        return Ordered(row, "redeliver", $"Đã yêu cầu chuyển lại hồ sơ {row.Code} đến {row.System}.");
    }
}
