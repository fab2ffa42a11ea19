using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Identity;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Filing;

/// <summary>Turns a planned filing into what the door makes durable, and into its answer.</summary>
internal sealed class FilingCall(
    Account account, FiledDossier filing, FilingPlan plan, Verification? verification, IReadOnlyList<Deficiency> warnings, DateTimeOffset now, Sealer sealer)
{
    public FilingPlan Plan => plan;

    /// <summary>The day of the code.</summary>
    public DateOnly Day => filing.Question.Date;

    public (DoorCall Call, byte[] Answer) Build(DossierCode code, CallIdentity identity)
    {
        var answer = JsonSerializer.SerializeToUtf8Bytes(AnswerOf(code), ReceiptJson.Readable.FilingAnswer);
        var call = new DoorCall
        {
            Identity = identity,
            Answer = answer,
            Records = [.. RecordsOf(code)],
            ContentBytes = ContentBytesOf(filing.Request),
            Messages =
            [
                new DoorMessage(
                    new SubmitDossier(
                        code, plan.Procedure.Code, plan.Agency?.Code, plan.System?.Code, filing.Origin, filing.Question.Channel, plan.Central, now,
                        plan.Calendar, plan.Term, plan.Deadline, filing.Notify, filing.Post?.Services),
                    plan.Flow),
            ],
        };
        return (call, answer);
    }

    private IEnumerable<object> RecordsOf(DossierCode code)
    {
        var applicant = filing.Applicant.PersonalId is { } number ? sealer.HashIdentity(number.Reveal()) : null;
        yield return new RegisterDossier(
            code, plan.Procedure.Code, plan.Agency?.Code, plan.System?.Code, filing.Origin, filing.Question.Channel, plan.Central, plan.Flow,
            account.Name, filing.Request.SubmissionId, applicant, now, plan.State, plan.Deadline);
        yield return new StoreContent(ContentOf(code));
        if (applicant is not null && filing.Applicant.PortalAccountId is { } technicalId) yield return new NotePortalAccount(applicant, technicalId);
        if (verification is not null) yield return KeepFilingIdentity.Of(code, verification);
        if (plan.Cause is { } cause) yield return new OpenCoordinationTask(code, cause, plan.Candidates);
    }

    private DossierContent ContentOf(DossierCode code) => new()
    {
        Dossier = code,
        Revision = 1,
        Procedure = plan.Procedure.Code,
        ProcedureName = plan.Procedure.Name,
        SectorCode = plan.Procedure.SectorCode ?? "",
        SectorName = plan.Procedure.SectorName,
        Agency = plan.Agency?.Code,
        AgencyName = plan.Agency?.Name,
        Channel = filing.Question.Channel,
        FiledAt = now,
        SubmittedAt = filing.SubmittedAt,
        Applicant = filing.Applicant,
        Form = filing.Request.Form is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } form ? form.GetRawText() : null,
        Files = FiledDossier.FilesOf(filing.Request.Files, first: 1),
        ReturnBy = filing.ReturnBy,
        Post = filing.Post,
        Subject = Trimmed(filing.Request.Subject),
        Place = filing.Question.Place,
        SubjectPlace = filing.Question.SubjectPlace,
        ProcedureCase = filing.Question.Case,
        ReceivedBy = PersonName.TryParse(filing.Request.ReceivedBy, out var officer) ? officer : null,
        ReceivingUnit = filing.Question.ReceivingUnit,
    };

    private FilingAnswer AnswerOf(DossierCode code) => new()
    {
        Code = code.Value,
        SubmissionId = filing.Request.SubmissionId!,
        State = (int)plan.State,
        StateName = DossierStateNames.Of(plan.State),
        Served = EnumWord<ServedAt>.Of(plan.Central ? ServedAt.Central : ServedAt.OneStop),
        Receipt = new ReceiptView
        {
            Code = code.Value,
            Version = 1,
            ReceivedAt = VietnamTime.Local(now),
            Agency = plan.Agency is { } agency ? new(agency.Code.Value, agency.Name) : null,
            Deadline = plan.Deadline is { } due ? VietnamTime.Local(due) : null,
            Provisional = true,
        },
        Warnings = warnings.Count == 0 ? null : [.. warnings.Select(one => new Problems.FieldProblem(one.Field, one.Code, one.Message))],
    };

    /// <summary>What is long in a filing when it is long: its form and its files.</summary>
    private static long ContentBytesOf(FilingRequest request) =>
        (2L * (request.Form is { ValueKind: not JsonValueKind.Undefined } form ? form.GetRawText().Length : 0)) + (1024L * (request.Files?.Count ?? 0));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
