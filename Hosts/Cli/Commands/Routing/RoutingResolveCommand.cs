using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Cli.Commands.Routing;

/// <summary><c>dvc routing resolve</c>: who is competent, and which system serves it, as the Gateway would find.</summary>
internal sealed class RoutingResolveCommand : DvcCommand
{
    private readonly Option<ProcedureCode?> _procedure = Parameters.Procedure("The procedure.", required: true);
    private readonly Option<string?> _place = new("--place") { Description = "Where it is filed: a province, or province/commune (79/26740).", HelpName = "PLACE" };
    private readonly Option<AgencyCode?> _agency = Parameters.Agency("The agency that the applicant chose.");
    private readonly Option<AdministrativeLevel?> _level = new("--level") { Description = "ministry, province, commune or other.", HelpName = "LEVEL" };
    private readonly Option<int?> _case = new("--case") { Description = "The case of the procedure's channel, from 1.", HelpName = "N" };
    private readonly Option<FilingChannel> _channel = new("--channel") { Description = "online, direct or post.", HelpName = "CHANNEL", DefaultValueFactory = _ => FilingChannel.Online };
    private readonly Option<DateOnly?> _date = Parameters.Day("--date", "The day of filing. Default: today.");

    public RoutingResolveCommand(CliEnvironment environment)
        : base(environment, "resolve", "Find the competent agency and its one-stop system.")
    {
        foreach (var option in new Option[] { _procedure, _place, _agency, _level, _case, _channel, _date }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var question = new RoutingQuestion
        {
            Procedure = arguments.GetValue(_procedure)!.Value,
            Channel = arguments.GetValue(_channel),
            Date = arguments.GetValue(_date) ?? VietnamTime.DayOf(Environment.Time.GetUtcNow()),
            Place = arguments.GetValue(_place) is { } place ? ReadPlace(place) : null,
            Agency = arguments.GetValue(_agency),
            Level = arguments.GetValue(_level),
            Case = arguments.GetValue(_case),
            AtCounter = arguments.GetValue(_channel) == FilingChannel.Direct,
        };
        var answer = new Router(await work.LoadCatalogueAsync(cancellationToken)).Resolve(question);
        return new Answer(
            new { answer = answer.GetType().Name, details = (object)answer }, console => console.Line(Describe(answer)),
            answer is RoutingAnswer.Routed ? ExitCodes.Ok : ExitCodes.Problems);
    }

    private static Place ReadPlace(string text) => text.Split('/') switch
    {
        [var province] => new Place(province),
        [var province, var commune] => new Place(province, commune),
        _ => throw CliProblemException.Usage("--place must be a province's code, or province/commune."),
    };

    private static string Describe(RoutingAnswer answer) => answer switch
    {
        RoutingAnswer.Routed routed =>
            $"{routed.Agency.Name} ({routed.Agency.Code}), hệ thống {routed.System.Code}, cấp {EnumWord<AdministrativeLevel>.Of(routed.Level)}, "
            + $"{(routed.Central ? "phục vụ tập trung" : "tại hệ thống một cửa")}; tuyến {routed.AgencyRoute}, {routed.SystemRoute}",
        RoutingAnswer.Nobody nobody => $"Không cơ quan nào ({EnumWord<RoutingCause>.Of(nobody.Cause)}): {nobody.Details}",
        RoutingAnswer.Several several =>
            $"Nhiều cơ quan: {string.Join(", ", several.Candidates.Select(one => $"{one.Agency.Name} ({one.Agency.Code}, cấp {EnumWord<AdministrativeLevel>.Of(one.Level)})"))}",
        RoutingAnswer.Closed closed => $"{closed.Agency.Name} đã kết thúc hoạt động; kế thừa: {closed.Successor?.Code.Value ?? Tables.Nothing}",
        RoutingAnswer.UnknownProcedure unknown => $"Danh mục không có thủ tục {unknown.Procedure}",
        RoutingAnswer.UnknownPlace unknown => $"Không có địa bàn {unknown.Place} ({unknown.Fault})",
        RoutingAnswer.ChannelNotOffered channel => $"Thủ tục {channel.Procedure.Code} chỉ nhận: {string.Join(", ", channel.Offered.Select(EnumWord<FilingChannel>.Of))}",
        RoutingAnswer.NoSystem none => $"Không hệ thống một cửa nào phục vụ {none.Agency.Code}",
        _ => answer.ToString(),
    };
}
