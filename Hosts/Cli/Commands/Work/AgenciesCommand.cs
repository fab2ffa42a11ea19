using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Overview;

namespace DichVuCong.Cli.Commands.Work;

/// <summary><c>dvc agencies</c>: the ministries and provinces in one table.</summary>
internal sealed class AgenciesCommand : DvcCommand
{
    private readonly Option<DateOnly?> _from = Parameters.Day("--from", "The first day. Default: 30 days ago.");
    private readonly Option<DateOnly?> _to = Parameters.Day("--to", "The last day. Default: today.");

    public AgenciesCommand(CliEnvironment environment)
        : base(environment, "agencies", "Show the ministries and provinces, each with all agencies below it: taken in, finished, late, overdue now.")
    {
        Options.Add(_from);
        Options.Add(_to);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var today = VietnamTime.DayOf(Environment.Time.GetUtcNow());
        var to = arguments.GetValue(_to) ?? today;
        var from = arguments.GetValue(_from) ?? to.AddDays(-30);
        if (from > to) throw CliProblemException.Usage("--from must not be after --to.");
        var agencies = new AgencyTree();
        var table = new AgencyTable(work.Source, new AccessPolicy(agencies), agencies, Environment.Time);
        var catalogue = await work.Catalogue.LoadAsync(cancellationToken);
        await agencies.UseAsync(catalogue, cancellationToken);
        await table.UseAsync(catalogue, cancellationToken);
        var lines = await table.ReadAsync(WorkParameters.Person(Environment), from, to, cancellationToken);
        return new Answer(new { from, to, agencies = lines }, console =>
        {
            var shown = Tables.Of("Mã", "Bộ, tỉnh", "Nộp", "Tại quầy", "Tiếp nhận", "Đúng hạn", "Trễ hạn", "Không giải quyết", "Đúng hạn %", "Đang quá hạn", "Cảnh báo");
            foreach (var line in lines)
            {
                shown.Row(
                    line.Agency.Value, line.Name, Tables.Number(line.Filed), Tables.Number(line.AtCounter), Tables.Number(line.Accepted), Tables.Number(line.OnTime),
                    Tables.Number(line.Late), Tables.Number(line.Refused), line.OnTimeShare?.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ','),
                    Tables.Number(line.Overdue), Tables.Number(line.Alarmed));
            }

            console.Write(shown);
        });
    }
}
