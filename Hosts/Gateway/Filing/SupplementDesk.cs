using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Filing;

/// <summary>
/// Takes what the applicant completes: a new revision of the content, checked as a whole like a filing, stored and sent to the agency.
/// </summary>
internal sealed class SupplementDesk(
    Door door, DossierLookup dossiers, DossierContents contents, LiveCatalogue live, TechnicalConditions conditions, TimeProvider time)
{
    private const int Races = 8;

    public async Task<IResult> SupplementAsync(Account account, DossierCode code, SupplementRequest request, CancellationToken cancellationToken)
    {
        if (FilingIdentity.TryOf(Endpoints.Supplements, account, request.SubmissionId!, writer => Write(writer, code, request)) is not { } identity)
        {
            return Refusals.Malformed("form", FilingIdentity.Unreadable);
        }

        if (await door.RecallAsync(identity, cancellationToken) is { } earlier) return AnswerRepetition(earlier, code);
        for (var attempt = 1; ; attempt++)
        {
            // What belongs to another caller is not there.
            if (await dossiers.FindAsync(code, cancellationToken) is not { } row || row.Caller != account.Name) return Refusals.NotFound("Không có hồ sơ nào mang mã này.");
            if (StateGraph.IsFinal(row.State)) return new ProblemResult(Finished(code, row.State));
            var content = await contents.FindAsync(code, 0, cancellationToken) ?? throw new InvalidOperationException($"{code} has no content.");
            var (next, refusal) = Complete(content, request);
            if (next is null) return refusal!;

            var answer = JsonSerializer.SerializeToUtf8Bytes(
                new SupplementAnswer(code.Value, request.SubmissionId!, next.Revision), SupplementJson.Default.SupplementAnswer);
            var call = new DoorCall
            {
                Identity = identity,
                Answer = answer,
                Records = [new StoreContent(next)],
                ContentBytes = (2L * (next.Form?.Length ?? 0)) + (1024L * next.Files.Count),
                Messages = [new DoorMessage(new SupplementDossier(code, next.Revision, time.GetUtcNow()), row.Flow)],
            };
            try
            {
                var verdict = await door.AcceptAsync(call, cancellationToken);
                return verdict.Verdict == DoorVerdict.New
                    ? new StoredAnswer(StatusCodes.Status201Created, answer, code)
                    : AnswerRepetition(verdict, code);
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == "content_pkey" && attempt < Races)
            {
                // Another supplement of the same dossier was quicker: this one builds on it.
            }
        }
    }

    /// <summary>The next revision: fields that were given replace, a file replaces the one of its component and name, others are added.</summary>
    private (DossierContent? Next, IResult? Refusal) Complete(DossierContent content, SupplementRequest request)
    {
        try
        {
            var merged = SupplementMerge.Of(content, request);
            var deficiencies = conditions.Check(SupplementMerge.AsFiling(merged, request.SubmissionId!), live.Current.Index, time.GetUtcNow());
            return deficiencies.Count == 0 ? (merged, null) : (null, new ProblemResult(FilingProblems.Deficient(deficiencies)));
        }
        catch (UnreadableFieldException failure)
        {
            return (null, Refusals.Malformed(failure.Field, "Thiếu hoặc không đọc được giá trị."));
        }
    }

    private static void Write(Utf8JsonWriter writer, DossierCode code, SupplementRequest request)
    {
        writer.WriteString("dossier", code.Value);
        writer.WriteString("subject", request.Subject);
        FilingIdentity.WriteForm(writer, request.Form);
        FilingIdentity.WriteFiles(writer, request.Files);
    }

    private static IResult AnswerRepetition(DoorAnswer earlier, DossierCode code) =>
        earlier.Verdict == DoorVerdict.SameAgain
            ? new StoredAnswer(StatusCodes.Status200OK, earlier.Answer, code)
            : new ProblemResult(FilingProblems.Conflict(ReceiptJson.CodeOf(earlier.Answer)));

    private static Problem Finished(DossierCode code, DossierState state) => new()
    {
        Code = "dossier-finished",
        Title = "Hồ sơ đã kết thúc",
        Status = StatusCodes.Status409Conflict,
        Detail = $"Hồ sơ ở trạng thái “{DossierStateNames.Of(state)}”, không nhận bổ sung.",
        Dossier = code.Value,
    };
}

/// <summary>What the applicant completes.</summary>
internal sealed record SupplementRequest
{
    public string? SubmissionId { get; init; }

    public JsonElement? Form { get; init; }

    public IReadOnlyList<FilingFile?>? Files { get; init; }

    public string? Subject { get; init; }

    public override string ToString() => $"{nameof(SupplementRequest)} with {Files?.Count ?? 0} files";
}

/// <summary>What a supplement is answered with.</summary>
internal sealed record SupplementAnswer(string Code, string SubmissionId, int Revision);

/// <summary>How supplements are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SupplementRequest))]
[JsonSerializable(typeof(SupplementAnswer))]
internal sealed partial class SupplementJson : JsonSerializerContext;
