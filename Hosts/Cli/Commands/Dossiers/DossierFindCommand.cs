using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Operations.Dossiers;

namespace DichVuCong.Cli.Commands.Dossiers;

/// <summary><c>dvc dossier find</c>.</summary>
internal sealed class DossierFindCommand : DvcCommand
{
    private readonly Option<AgencyCode?> _agency = Parameters.Agency("The competent agency.");
    private readonly Option<ProcedureCode?> _procedure = Parameters.Procedure("The procedure.");
    private readonly Option<DateOnly?> _since = Parameters.Day("--since", "Filed on this day or later.");
    private readonly Option<DateOnly?> _until = Parameters.Day("--until", "Filed on this day or before.");
    private readonly Option<string?> _submission = new("--submission") { Description = "The caller's own id of the filing.", HelpName = "ID" };
    private readonly Option<bool> _person = new("--personal-id") { Description = "Read the applicant's number from standard input, so that no shell keeps it." };
    private readonly Option<bool> _phone = new("--phone") { Description = "Read the applicant's telephone number from standard input, behind the personal number if both are asked for." };
    private readonly Option<string?> _reference = new("--reference") { Description = "The reference of a payment.", HelpName = "REFERENCE" };
    private readonly Option<string?> _transaction = new("--transaction") { Description = "A bank's or an intermediary's number of a payment.", HelpName = "NUMBER" };
    private readonly Option<string?> _after = new("--after") { Description = "The next page: the place at which the one before ended.", HelpName = "PLACE" };
    private readonly Option<bool> _alarms = new("--alarms") { Description = "Only dossiers with an alarm." };
    private readonly Option<int> _limit = Parameters.Limit(50);

    private readonly Option<int?> _state = new("--state")
    {
        Description = "The state's number: 1 to 10 (TrangThaiHoSo), 0 on its way, -1 refused by the system, -2 waiting for coordination.",
        HelpName = "N",
    };

    public DossierFindCommand(CliEnvironment environment)
        : base(environment, "find", "Find dossiers, the latest filed first.")
    {
        _state.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int?>() is { } state && !Enum.IsDefined((DossierState)state)) result.AddError($"There is no state {state}.");
        });
        Aliases.Add("search");
        foreach (var option in new Option[] { _agency, _state, _procedure, _since, _until, _submission, _person, _phone, _reference, _transaction, _alarms, _after, _limit })
        {
            Options.Add(option);
        }
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var after = arguments.GetValue(_after);
        if (!SearchPlace.TryParse(after, out var place) && after is not null) throw CliProblemException.Usage("--after must be a place that a page before has named.");
        await using var work = Open();
        var criteria = new DossierCriteria
        {
            Agency = arguments.GetValue(_agency),
            State = (DossierState?)arguments.GetValue(_state),
            Procedure = arguments.GetValue(_procedure),
            Since = arguments.GetValue(_since),
            Until = arguments.GetValue(_until),
            Submission = arguments.GetValue(_submission),
            Applicant = arguments.GetValue(_person) ? work.Sealer.HashIdentity((await ReadNumberAsync(cancellationToken)).Reveal()) : null,
            Phone = arguments.GetValue(_phone) ? work.Sealer.HashPhone((await ReadPhoneAsync(cancellationToken)).Reveal()) : null,
            Reference = arguments.GetValue(_reference),
            Transaction = arguments.GetValue(_transaction),
            After = place,
            WithAlarms = arguments.GetValue(_alarms),
            Limit = arguments.GetValue(_limit),
        };
        var page = await new DossierSearch(work.Source).FindAsync(criteria, cancellationToken);
        var unread = criteria.Phone is not null && (await new DossierIndexer(work.Source, work.Sealer).ProgressAsync(cancellationToken)).CompletedAt is null;
        var (found, next) = (page.Dossiers, page.Next?.ToString());
        return new Answer(new { dossiers = found, next, isCutShort = page.IsCutShort, indexIsIncomplete = unread }, console =>
        {
            var table = Tables.Of("Mã hồ sơ", "Trạng thái", "Từ lúc", "Thủ tục", "Cơ quan", "Nộp", "Hẹn trả", "Cảnh báo");
            foreach (var row in found)
            {
                table.Row(
                    row.Code.Value, DossierWords.Of(row.State), Tables.Time(row.StateSince), row.Procedure.Value, row.Agency?.Value, Tables.Time(row.FiledAt),
                    row.DeadlineSuspended ? "đang dừng" : Tables.Time(row.Deadline), DossierWords.Of(row.Alarms));
            }

            console.Write(table);
            console.Line($"{found.Count} hồ sơ.");
            if (page.IsCutShort) console.Line($"Tìm lâu nên dừng ở {Tables.Time(page.Next!.FiledAt)}: có thể còn hồ sơ nộp trước đó.");
            if (next is not null) console.Line($"Tiếp: --after {next}");
            if (unread) console.Line("Chỉ mục điện thoại chưa đủ hồ sơ cũ: dvc dossiers index");
        });
    }

    private async Task<PhoneNumber> ReadPhoneAsync(CancellationToken cancellationToken) =>
        PhoneNumber.TryParse(await Environment.Input.ReadLineAsync(cancellationToken), out var number)
            ? number
            : throw CliProblemException.Usage("--phone: standard input must hold a Vietnamese telephone number.");

    private async Task<PersonalId> ReadNumberAsync(CancellationToken cancellationToken) =>
        PersonalId.TryParse(await Environment.Input.ReadLineAsync(cancellationToken), out var number)
            ? number
            : throw CliProblemException.Usage("--personal-id: standard input must begin with a personal number or a tax code.");
}
