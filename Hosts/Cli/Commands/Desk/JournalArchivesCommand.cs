using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Runtime.Journal.Archive;

namespace DichVuCong.Cli.Commands.Desk;

/// <summary><c>dvc journal archives</c>: where the archived months of the journal are.</summary>
internal sealed class JournalArchivesCommand(CliEnvironment environment) : DvcCommand(environment, "archives", "List the archived months of the journal and where they are.")
{
    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var folder = work.Settings.ArchiveFolder;
        var months = await new ArchiveLedger(work.Source).ListAsync(cancellationToken);
        var model = months.Select(month => new
        {
            month = month.Month,
            path = month.PathIn(folder),
            isThere = File.Exists(month.PathIn(folder)),
            rows = month.Rows,
            batches = month.Links,
            broken = month.Broken,
            bytes = month.Bytes,
            sha256 = Convert.ToHexStringLower(month.Sha256),
            archivedAt = month.ArchivedAt,
            droppedAt = month.DroppedAt,
        }).ToList();
        return new Answer(
            new { archives = model },
            console =>
            {
                var table = Tables.Of("Tháng", "Tệp", "Dòng", "Lô", "Byte", "SHA-256", "Lưu lúc", "Bỏ khỏi CSDL lúc");
                foreach (var month in model)
                {
                    table.Row(
                        $"{month.month:MM/yyyy}", month.isThere ? month.path : $"{month.path} (không thấy)", Tables.Number(month.rows), Tables.Number(month.batches),
                        Tables.Number(month.bytes), month.sha256[..16], Tables.Time(month.archivedAt), Tables.Time(month.droppedAt));
                }

                console.Write(table);
            });
    }
}
