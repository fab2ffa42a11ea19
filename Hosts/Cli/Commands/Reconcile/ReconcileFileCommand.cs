using System.CommandLine;
using DichVuCong.Cli.Commands.Payments;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Reconcile;

/// <summary><c>dvc reconcile file</c>: hands a partner's file in by hand; it is taken whole or rejected whole.</summary>
internal sealed class ReconcileFileCommand : DvcCommand
{
    private readonly Argument<string> _file = new("file") { Description = "The file, under the name that the bank gave it." };
    private readonly Option<string?> _partner = ReconcileOptions.Partner(required: true);
    private readonly Option<DateOnly?> _date = ReconcileOptions.Date(required: false);
    private readonly Option<long?> _size = new("--size")
    {
        Description = "The size in bytes that the bank announced: needed for a family without a trailer.",
        HelpName = "BYTES",
    };

    public ReconcileFileCommand(CliEnvironment environment)
        : base(
            environment, "file", "Take a partner's file whole, or reject it whole with line and rule. Without --date: the day in its name, or yesterday.")
    {
        Arguments.Add(_file);
        Options.Add(_partner);
        Options.Add(_date);
        Options.Add(_size);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var desk = ReconcileDesk.Of(work);
        var partner = desk.Partner(arguments, _partner);
        var path = arguments.GetValue(_file)!;
        if (!File.Exists(path)) throw CliProblemException.NotFound($"Không có tệp {path}.");
        var name = Path.GetFileName(path);
        var answer = await desk.TakeAsync(
            partner, name, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), arguments.GetValue(_size), arguments.GetValue(_date),
            PaymentsDesk.By(work), cancellationToken);
        if (answer.Rejection is { } rejection)
        {
            var where = rejection.Line > 0 ? $"dòng {rejection.Line} {rejection.Field}".TrimEnd() : "cả tệp";
            return new Answer(
                new { taken = false, rejection },
                console => console.Line($"Từ chối toàn bộ tệp {name}: {where}, quy tắc {rejection.Rule}: {rejection.Details}"),
                ExitCodes.Problems);
        }

        var file = answer.File!;
        return new Answer(
            new { taken = true, isNew = answer.IsNew, file },
            console => console.Line(
                $"{(answer.IsNew ? "Đã nhận" : "Đã có từ trước:")} {file.Name}, {file.Partner} ngày {RunView.Day(file.Day)}, bản {file.Number}, "
                + $"{file.Lines} dòng, SHA-256 {file.Hash}."));
    }
}
