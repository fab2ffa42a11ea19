using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Audit;

namespace DichVuCong.Cli.Commands.Audit;

/// <summary><c>dvc audit verify</c>: names every row that was altered, removed or put in.</summary>
internal sealed class AuditVerifyCommand(CliEnvironment environment) : DvcCommand(environment, "verify", "Recompute the audit trail's chain.")
{
    private static readonly Dictionary<AuditFault, string> Words = new()
    {
        [AuditFault.Altered] = "bị sửa",
        [AuditFault.Missing] = "bị mất",
        [AuditFault.Inserted] = "bị chèn vào",
        [AuditFault.End] = "không phải điểm cuối của chuỗi",
    };

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var verdict = await work.Desk<AuditVerifier>().VerifyAsync(cancellationToken);
        return new Answer(
            new { verdict.Rows, verdict.Last, verdict.Findings },
            console =>
            {
                foreach (var finding in verdict.Findings) console.Line($"Dòng {finding.Number}: {Words[finding.Fault]}");
                console.Line($"{verdict.Rows} dòng, {(verdict.IsUnbroken ? "chuỗi nguyên vẹn" : "chuỗi bị đứt")}.");
            },
            verdict.IsUnbroken ? ExitCodes.Ok : ExitCodes.Problems);
    }
}
