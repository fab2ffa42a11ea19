using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Filing;

/// <summary>
/// Takes a filing: checks the technical conditions (A14.3), finds who is competent, gives the code and the receipt (A16.1, A16.3), and
/// answers once all of it is durable. A repetition gets its first answer, even when it would not be taken today.
/// </summary>
internal sealed class FilingDesk(
    Door door, DossierCodes codes, DossierLookup dossiers, LiveCatalogue live, TechnicalConditions conditions, VerifiedApplicants applicants, Sealer sealer,
    TimeProvider time)
{
    private const int CodesToTry = 8;

    public async Task<IResult> FileAsync(Account account, FilingRequest request, CancellationToken cancellationToken)
    {
        var submission = request.SubmissionId!;
        if (FilingIdentity.TryOf(Endpoints.Filings, account, submission, writer => FilingIdentity.Write(writer, request)) is not { } identity)
        {
            return Refusals.Malformed("form", FilingIdentity.Unreadable);
        }

        var (now, catalogue) = (time.GetUtcNow(), live.Current);
        var applicant = await applicants.ReadAsync(account, request, now, cancellationToken);
        if (conditions.Check(applicant.Request, catalogue.Index, now).Concat(applicant.Deficiencies).ToList() is { Count: > 0 } deficiencies)
        {
            return await RefuseAsync(identity, new ProblemResult(FilingProblems.Deficient(deficiencies)), cancellationToken);
        }

        FiledDossier filing;
        try
        {
            filing = FiledDossier.Read(applicant.Request, account, now);
        }
        catch (UnreadableFieldException failure)
        {
            return await RefuseAsync(identity, Refusals.Malformed(failure.Field, "Giá trị không đọc được hoặc không thuộc tài khoản gửi."), cancellationToken);
        }

        var (plan, problem) = FilingPlan.Make(filing, catalogue, now);
        if (plan is null) return await RefuseAsync(identity, new ProblemResult(problem!), cancellationToken);
        var call = new FilingCall(account, filing, plan, applicant.Verification, TechnicalConditions.Warnings(applicant.Request), now, sealer);
        return await AcceptAsync(account, submission, identity, call, cancellationToken);
    }

    private async Task<IResult> AcceptAsync(Account account, string submission, CallIdentity identity, FilingCall filing, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var code = await codes.NextAsync(filing.Plan.CodeAgency, filing.Day, cancellationToken);
            var (call, answer) = filing.Build(code, identity);
            try
            {
                var verdict = await door.AcceptAsync(call, cancellationToken);
                return verdict.Verdict == DoorVerdict.New
                    ? new StoredAnswer(filing.Plan.Agency is null ? StatusCodes.Status202Accepted : StatusCodes.Status201Created, answer, code)
                    : AnswerRepetition(verdict);
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == "dossier_pkey" && attempt < CodesToTry)
            {
                // The agency has issued this code itself, in our range of numbers: the next one is tried.
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == "dossier_submission")
            {
                // The submission is older than what the door remembers.
                var known = await dossiers.FindSubmissionAsync(account.Name, submission, cancellationToken);
                return new ProblemResult(FilingProblems.Conflict(known?.Code.Value));
            }
        }
    }

    /// <summary>What was taken once stays taken, whatever the rules say by now.</summary>
    private async Task<IResult> RefuseAsync(CallIdentity identity, IResult refusal, CancellationToken cancellationToken) =>
        await door.RecallAsync(identity, cancellationToken) is { } earlier ? AnswerRepetition(earlier) : refusal;

    private static IResult AnswerRepetition(DoorAnswer earlier) =>
        earlier.Verdict == DoorVerdict.SameAgain
            ? new StoredAnswer(StatusCodes.Status200OK, earlier.Answer, dossier: null)
            : new ProblemResult(FilingProblems.Conflict(ReceiptJson.CodeOf(earlier.Answer)));
}

/// <summary>What the filing endpoints refuse with.</summary>
internal static class FilingProblems
{
    public static Problem Deficient(IReadOnlyList<Deficiency> deficiencies) => new()
    {
        Code = "technical-conditions",
        Title = "Hồ sơ chưa đáp ứng điều kiện kỹ thuật",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = "Vui lòng hoàn thiện các nội dung được liệt kê rồi gửi lại.",
        Deficiencies = [.. deficiencies.Select(one => new FieldProblem(one.Field, one.Code, one.Message))],
    };

    public static Problem Conflict(string? dossier) => new()
    {
        Code = "submission-conflict",
        Title = "Mã lần gửi đã được dùng với nội dung khác",
        Status = StatusCodes.Status409Conflict,
        Field = "submissionId",
        Detail = "Một hồ sơ khác đã được nhận với mã lần gửi này. Nội dung mới cần mã lần gửi mới.",
        Dossier = dossier,
    };
}
