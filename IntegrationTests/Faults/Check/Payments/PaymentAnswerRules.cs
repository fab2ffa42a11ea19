using DichVuCong.Faults.Load.Payments;

namespace DichVuCong.Faults.Check.Payments;

/// <summary>Every call about money is answered; the same again gets the same answer, another amount under the same id is refused.</summary>
internal static class PaymentAnswerRules
{
    private const string TooLate = "expires-at.past";

    public static IEnumerable<Finding> Check(PaymentRecords records)
    {
        var calls = records.Evidence.Calls;
        foreach (var call in calls.Where(call => call.Status == 0 && call.Attempts.Count > 0))
        {
            yield return new Finding(Broken.Stuck, call.Key, $"no answer after {call.Attempts.Count} attempts ({call.Purpose})");
        }

        var first = calls.Where(call => call.Purpose == PaymentPurpose.State).ToDictionary(call => call.Key, StringComparer.Ordinal);
        var decided = new HashSet<(string, string)>();
        foreach (var call in calls.Where(call => call.Status != 0))
        {
            var isFirst = call.Purpose != PaymentPurpose.Decide || decided.Add((call.Key, call.Detail));
            if (Problem(call, first.GetValueOrDefault(call.Key), isFirst) is { } problem)
            {
                yield return new Finding(Broken.Answer, call.Key, $"{problem}: {call.Status} {call.Body}");
            }
        }
    }

    private static bool IsTooLate(PaymentCall call) => call.MayBeTooLate && call.Body.Contains(TooLate, StringComparison.Ordinal);

    private static string? Problem(PaymentCall call, PaymentCall? first, bool isFirst) => call.Purpose switch
    {
        PaymentPurpose.State when !call.IsAccepted && !IsTooLate(call) => "an obligation without a fault was refused",
        PaymentPurpose.Repeat when call.Status != 200 || call.Body != first?.Body => "the same obligation again got another answer",
        PaymentPurpose.Change when call.Status != 409 => "the same obligation with another amount was not refused as a conflict",
        PaymentPurpose.Cancel when call.Status != 202 => "it could not be taken back",
        // An order that is over, and a bank that does not take this one, are answers; what to do is for the citizen to choose.
        PaymentPurpose.Pay when call.Status is not (200 or 409 or 422) => "an order could not be paid",
        PaymentPurpose.Decide when call.Status != 200 && !(isFirst && call.Status == 201) => "a decision without a fault was refused",
        _ => null,
    };
}
