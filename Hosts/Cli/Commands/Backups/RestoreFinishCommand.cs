using System.CommandLine;
using DichVuCong.Cli.Backups;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Schema;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Runtime.Schema;

namespace DichVuCong.Cli.Commands.Backups;

/// <summary>
/// <c>dvc restore finish</c>: marks a database that was restored, promoted or moved by other means. <c>dvc restore</c> does it itself.
/// </summary>
internal sealed class RestoreFinishCommand : DvcCommand
{
    private readonly Option<string?> _restoredTo = new("--restored-to") { Description = "The time of the last transaction that is still there; earlier when in doubt.", HelpName = "TIME" };
    private readonly Option<bool> _nothingLost = new("--nothing-lost") { Description = "Every committed transaction is there: a planned promotion, a move, an upgrade." };
    private readonly Option<long> _gap = RestoreGaps.Counters();
    private readonly Option<long> _codeGap = RestoreGaps.Codes();

    public RestoreFinishCommand(CliEnvironment environment)
        : base(environment, "finish", "Mark a database that was restored, promoted or moved by other means; no host works on it before. Every host must be stopped.")
    {
        foreach (var option in new Option[] { _restoredTo, _nothingLost, _gap, _codeGap }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (text, nothingLost) = (arguments.GetValue(_restoredTo), arguments.GetValue(_nothingLost));
        if (text is null == !nothingLost) throw CliProblemException.Usage("Say either --restored-to TIME or --nothing-lost.");
        await using var work = Open();
        await using (var connection = await work.Source.OpenConnectionAsync(cancellationToken)) await RestoreMark.RequireNobodyElseAsync(connection, cancellationToken);
        await Migrator.ApplyAsync(work.Source, RegistrySchema.All, cancellationToken);
        if (text is null)
        {
            await RestoreMark.KeepAsync(work.Source, cancellationToken);
            return new Answer(new { marked = false, kept = true }, console => console.Line("Đã ghi nhận: không mất dữ liệu. Có thể khởi động các máy chủ nghiệp vụ."));
        }

        var restoredTo = BackupOptions.Instant("--restored-to", text);
        if (restoredTo > Environment.Time.GetUtcNow()) throw CliProblemException.Usage("--restored-to lies ahead.");
        var number = await RestoreRun.MarkAsync(
            work.Source, new RestoreTerms(restoredTo, arguments.GetValue(_gap), Environment.Operator), arguments.GetValue(_codeGap), cancellationToken);
        return new Answer(new { marked = true, incarnation = number, restoredTo }, console => console.Line(
            $"Đã đánh dấu lần khôi phục {number - 1} về {Tables.Time(restoredTo)}. Khởi động các Worker và Gateway, sau đó: dvc restore report"));
    }
}
