using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Saga.Filing;
using DichVuCong.Saga.Routing;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary><c>dvc dossier assign</c>: the coordination desk names the competent agency (decisions, Dossiers).</summary>
internal sealed class DossierAssignCommand : DossierOrder
{
    private readonly Option<AgencyCode?> _agency = Parameters.Agency("The competent agency, by any of its codes.", required: true);

    public DossierAssignCommand(CliEnvironment environment)
        : base(environment, "assign", "Name the competent agency of a dossier that waits for coordination.") => Options.Add(_agency);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var row = await RowAsync(work, arguments, cancellationToken);
        if (row.State != DossierState.Unrouted) throw CliProblemException.Refused($"Hồ sơ {row.Code} không chờ điều phối: {DossierStateNames.Of(row.State)}.");
        var catalogue = await work.LoadCatalogueAsync(cancellationToken);
        var today = VietnamTime.DayOf(Environment.Time.GetUtcNow());
        var agency = FindAgency(catalogue, arguments.GetValue(_agency)!.Value, today);
        var procedure = catalogue.FindProcedure(row.Procedure) ?? throw CliProblemException.NotFound($"Danh mục không có thủ tục {row.Procedure}.");
        var system = SystemOf(catalogue, procedure, agency, today);
        var content = await new DossierContents(work.Source, work.Sealer).FindAsync(row.Code, revision: 0, cancellationToken);
        var term = ProcessingTerms.TermFor(procedure, row.Channel, content?.ProcedureCase, catalogue.Version).Term;
        var calendar = agency.Code.Value;
        var deadline = ProvisionalDeadline.Of(term, calendar, row.FiledAt, new WorkingCalendars(catalogue.Data.Calendars));
        var order = new AssignAgency(
            row.Code, agency.Code, system.Code, procedure.Served == ServedAt.Central, calendar, term, deadline, Environment.Operator);
        await CommandDoor.SendAsync(work, row.Flow, order, [new CloseCoordinationTask(row.Code, agency.Code, Environment.Operator)], cancellationToken);
        return Ordered(row, "assign", $"Đã giao hồ sơ {row.Code} cho {agency.Name} ({agency.Code}), hệ thống {system.Code}.");
    }

    private static Agency FindAgency(CatalogueIndex catalogue, AgencyCode code, DateOnly today)
    {
        var agency = catalogue.Agencies.Find(code, today) ?? throw CliProblemException.NotFound($"Không có cơ quan {code}.");
        if (!agency.Validity.IsOver(today)) return agency;
        var successor = catalogue.Agencies.SuccessorOf(agency, today);
        throw CliProblemException.Refused(
            successor is null ? $"{agency.Name} đã kết thúc hoạt động." : $"{agency.Name} đã kết thúc hoạt động; cơ quan kế thừa là {successor.Name} ({successor.Code}).");
    }

    private static OneStopSystem SystemOf(CatalogueIndex catalogue, Procedure procedure, Agency agency, DateOnly today) =>
        catalogue.Systems.Serving(procedure.Code, agency, today) switch
        {
            [var (system, _)] => system,
            [] => throw CliProblemException.Refused($"Không hệ thống một cửa nào phục vụ {agency.Code}."),
            var several => throw CliProblemException.Refused(
                $"Nhiều hệ thống cùng phục vụ {agency.Code}: {string.Join(", ", several.Select(row => row.System.Code))}. Sửa tuyến trong danh mục trước."),
        };
}
