using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Registries.Operations.Deadlines;

namespace DichVuCong.Cli.Commands.Deadlines;

/// <summary><c>dvc clocks list</c>: the running clocks, what is due first first.</summary>
internal sealed class ClocksListCommand : DvcCommand
{
    private readonly Option<string?> _rule = new("--rule") { Description = "Only this rule: deadline, acceptance, undelivered, silence, …", HelpName = "NAME" };
    private readonly Option<AgencyCode?> _agency = Parameters.Agency("Only dossiers of this agency and below.");
    private readonly Option<DateTimeOffset?> _before = new("--before") { Description = "Only what is due before this.", HelpName = "TIME" };
    private readonly Option<int> _limit = Parameters.Limit(100);

    public ClocksListCommand(CliEnvironment environment)
        : base(environment, "list", "List the running clocks, what is due first first.")
    {
        foreach (var option in new Option[] { _rule, _agency, _before, _limit }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var agency = arguments.GetValue(_agency);
        if (agency is not null) await work.LoadAgenciesAsync(cancellationToken);
        var clocks = await work.Desk<ClockBoard>().ListAsync(
            Environment.Person,
            new ClockFilter { Name = arguments.GetValue(_rule), Agency = agency?.Value, Before = arguments.GetValue(_before), Limit = arguments.GetValue(_limit) },
            cancellationToken);
        return new Answer(new { clocks }, console =>
        {
            var table = Tables.Of("Đến hạn", "Đồng hồ", "Saga", "Loại", "Hồ sơ, thanh toán", "Cơ quan", "Lịch");
            foreach (var clock in clocks)
            {
                table.Row(
                    Tables.Time(clock.Due), clock.Name, clock.Saga.ToString(CultureInfo.InvariantCulture), clock.Endpoint, clock.Key, clock.Agency, clock.Calendar);
            }

            console.Write(table);
        });
    }
}
