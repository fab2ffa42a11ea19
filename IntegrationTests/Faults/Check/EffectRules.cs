using DichVuCong.Faults.Load;

namespace DichVuCong.Faults.Check;

/// <summary>What was accepted stands once at its agency, and comes to its end; what an agency said of it counts.</summary>
internal static class EffectRules
{
    /// <summary>Agencies tell times to the second, and a repeated or reordered row may carry one of the next second.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(3);

    public static IEnumerable<Finding> Check(Records records) =>
        records.Evidence.Accepted.GroupBy(call => call.Code!).SelectMany(calls => OfDossier(records, calls.Key))
            .Concat(records.Evidence.Calls.Where(call => call is { Purpose: CallPurpose.Supplement, IsAccepted: true, Code: not null })
                .SelectMany(call => OfSupplement(records, call, call.Code!)))
            .Concat(records.Evidence.Systems.SelectMany(row => AtSystem(records, row)));

    private static IEnumerable<Finding> OfDossier(Records records, string code)
    {
        if (!records.Evidence.Shown.TryGetValue(code, out var shown))
        {
            yield return new Finding(Broken.Lost, code, "it was accepted, and the Gateway does not know it");
            yield break;
        }

        if (records.IsAtAnOperator(code)) yield break;
        if (!shown.IsFinal) yield return new Finding(Broken.Stuck, code, $"it is in state {shown.State} and nobody is told to look at it");
        if (!records.Systems[code].Any(row => row.Copies > 0)) yield return new Finding(Broken.Lost, code, "it was accepted, and no agency has it");
    }

    /// <summary>
    /// A supplement that comes after the end goes to nobody. Which came first is certain when the agency made its last row after the caller had
    /// his answer.
    /// </summary>
    private static IEnumerable<Finding> OfSupplement(Records records, CallRecord call, string code)
    {
        if (records.IsAtAnOperator(code) || records.Systems[code].Any(row => row.Updates > 0)) yield break;
        var answeredAt = call.Attempts[^1].At + call.Attempts[^1].Took;
        if (records.Feed[code].Any(one => one.IsFinal && one.Since < answeredAt + ClocksDiffer)) yield break;
        yield return new Finding(Broken.Lost, code, "a supplement was accepted, and the agency has not had it");
    }

    private static IEnumerable<Finding> AtSystem(Records records, DossierAtSystem row)
    {
        if (row.Copies > 1) yield return new Finding(Broken.Doubled, row.Code, $"{row.System} has it {row.Copies} times");
        if (row.UpdatesTooEarly > 0) yield return new Finding(Broken.Order, row.Code, $"{row.System} had a supplement of it before the dossier");
        if (row.GivenUp is { } problem) yield return new Finding(Broken.Lost, row.Code, $"{row.System} could not tell of its progress: {problem}");
        if (!row.IsFinished || records.Evidence.Parked.Contains(row.Code)) yield break;
        var shown = records.Evidence.Shown.GetValueOrDefault(row.Code);
        if (shown is null) yield return new Finding(Broken.Lost, row.Code, $"{row.System} told of it, was acknowledged, and the Gateway does not know it");
        else if (shown.State != row.AcknowledgedState)
        {
            yield return new Finding(Broken.Lost, row.Code, $"{row.System} told of state {row.AcknowledgedState}, was acknowledged, and the Gateway shows {shown.State}");
        }
    }
}
