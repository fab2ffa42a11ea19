using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Dossiers;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary><c>dvc dossiers index</c>: dossiers that are older than the search's index are read into it.</summary>
internal sealed class DossierIndexCommand : DvcCommand
{
    private const int ProgressEvery = 50_000;

    private readonly Option<bool> _again = new("--from-the-start") { Description = "Read dossiers again that were read before." };

    public DossierIndexCommand(CliEnvironment environment)
        : base(environment, "index", "Read dossiers of before into the search's index (telephone numbers, as keyed hashes). Goes on where it was interrupted.") =>
        Options.Add(_again);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var indexer = new DossierIndexer(work.Source, work.Sealer);
        var read = await indexer.RunAsync(arguments.GetValue(_again), Tell, cancellationToken);
        var progress = await indexer.ProgressAsync(cancellationToken);
        return new Answer(
            new { read, progress.Through, progress.CompletedAt },
            console => console.Line($"Đã đọc {Tables.Number(read)} bản nội dung; chỉ mục đủ từ {Tables.Time(progress.CompletedAt)}."));

        void Tell(long done)
        {
            if (done % ProgressEvery < 1000) Environment.Error.WriteLine($"đã đọc {Tables.Number(done)}");
        }
    }
}
