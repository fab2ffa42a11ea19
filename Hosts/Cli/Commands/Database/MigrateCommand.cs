using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Schema;
using DichVuCong.Runtime.Schema;

namespace DichVuCong.Cli.Commands.Database;

/// <summary><c>dvc migrate</c>: brings the database to this build's tables.</summary>
internal sealed class MigrateCommand(CliEnvironment environment)
    : DvcCommand(environment, "migrate", "Bring the database to this build's tables. Hosts do it themselves when they start; doing it twice changes nothing.")
{
    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var applied = await Migrator.ApplyAsync(work.Source, RegistrySchema.All, cancellationToken);
        return new Answer(new { applied }, console =>
        {
            foreach (var file in applied) console.Line($"Đã áp dụng {file}");
            if (applied.Count == 0) console.Line("Cơ sở dữ liệu đã ở phiên bản mới nhất.");
        });
    }
}
