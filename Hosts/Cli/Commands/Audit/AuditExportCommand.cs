using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Registries.Operations.Audit;

namespace DichVuCong.Cli.Commands.Audit;

/// <summary><c>dvc audit export</c>: a signed copy of the trail.</summary>
internal sealed class AuditExportCommand : DvcCommand
{
    private readonly Option<string?> _key = AuditKey.Option("The private key's PEM file.");
    private readonly Option<string> _out = new("--out") { Description = "The file to write; it must not be there.", HelpName = "FILE", Required = true };
    private readonly Option<DateOnly?> _from = Parameters.Day("--from", "From this day on.");
    private readonly Option<DateOnly?> _to = Parameters.Day("--to", "Up to this day.");

    public AuditExportCommand(CliEnvironment environment)
        : base(environment, "export", "Write a signed copy of the audit trail.")
    {
        foreach (var option in new Option[] { _key, _out, _from, _to }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var key = await AuditKey.ReadAsync(Environment, arguments.GetValue(_key), cancellationToken);
        var now = Environment.Time.GetUtcNow();
        var from = arguments.GetValue(_from) is { } first ? VietnamTime.At(first, TimeOnly.MinValue) : DateTimeOffset.UnixEpoch;
        var until = arguments.GetValue(_to) is { } last ? VietnamTime.At(last.AddDays(1), TimeOnly.MinValue) : now;
        var path = arguments.GetRequiredValue(_out);
        await using var work = Open();
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var result = await AuditExport.WriteAsync(work.Source, file, key, from, until, now, cancellationToken);
        // Who took a copy is part of the trail; of the next copy, not of this one.
        await work.Desk<AuditTrail>().WriteAsync(
            work.Source, new AuditEntry(Environment.Person, "audit.export", "audit", $"{result.First}-{result.Last}") { Detail = $"{result.Rows} rows" }, cancellationToken);
        return new Answer(new { file = path, result.First, result.Last, result.Rows }, console => console.Line($"Đã ghi {result.Rows} dòng ({result.First}–{result.Last}) có chữ ký vào {path}."));
    }
}
