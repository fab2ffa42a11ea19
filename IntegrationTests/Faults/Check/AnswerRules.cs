using DichVuCong.Faults.Load;

namespace DichVuCong.Faults.Check;

/// <summary>Every call is answered; the same again gets the same answer, other content under the same id is refused.</summary>
internal static class AnswerRules
{
    public static IEnumerable<Finding> Check(Records records)
    {
        var calls = records.Evidence.Calls;
        foreach (var call in calls.Where(call => call.Status == 0 && call.Attempts.Count > 0))
        {
            yield return new Finding(Broken.Stuck, call.SubmissionId, $"no answer after {call.Attempts.Count} attempts ({call.Purpose})");
        }

        foreach (var codes in records.Evidence.Accepted.GroupBy(call => call.Code!, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return new Finding(Broken.Doubled, codes.Key, $"the same code for {string.Join(", ", codes.Select(call => call.SubmissionId))}");
        }

        var first = calls.Where(call => call.Purpose == CallPurpose.File).ToDictionary(call => call.Number);
        foreach (var call in calls.Where(call => call.Status != 0))
        {
            if (Problem(call, first[call.Number]) is { } problem) yield return problem;
        }
    }

    private static Finding? Problem(CallRecord call, CallRecord first) => call.Purpose switch
    {
        CallPurpose.File when !call.IsAccepted => Wrong(call, "a filing without a fault was refused"),
        CallPurpose.Repeat when call.IsAccepted && call.Code != first.Code => new Finding(Broken.Doubled, call.SubmissionId, $"the same call made {first.Code} and {call.Code}"),
        CallPurpose.Repeat when call.Status != 200 || call.Body != first.Body => Wrong(call, "the same call again got another answer"),
        CallPurpose.Change when call.Status != 409 || call.Code != first.Code => Wrong(call, "the same id with other content was not refused as a conflict"),
        CallPurpose.Supplement when !call.IsAccepted && call.Status != 409 => Wrong(call, "a supplement without a fault was refused"),
        _ => null,
    };

    private static Finding Wrong(CallRecord call, string what) => new(Broken.Answer, call.Code ?? call.SubmissionId, $"{what}: {call.Status} {call.Body}");
}
