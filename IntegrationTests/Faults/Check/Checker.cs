using DichVuCong.Faults.Check.Payments;
using DichVuCong.Faults.Load;

namespace DichVuCong.Faults.Check;

/// <summary>
/// Compares what was accepted with what came out. Its own code, on records of others alone: it knows what the system promises, and nothing of
/// how it keeps its promises.
/// </summary>
internal static class Checker
{
    /// <summary>Every promise that was not held.</summary>
    public static IReadOnlyList<Finding> Check(Evidence evidence)
    {
        var records = new Records(evidence);
        return
        [
            .. EffectRules.Check(records), .. NoticeRules.Check(records), .. FeedRules.Check(records), .. AnswerRules.Check(records),
            .. PaymentChecker.Check(evidence.Payments), .. HandOverRules.Check(evidence.HandOvers),
        ];
    }
}

/// <summary>The evidence by dossier.</summary>
internal sealed class Records(Evidence evidence)
{
    /// <summary>The evidence.</summary>
    public Evidence Evidence { get; } = evidence;

    /// <summary>The one-stop systems' records by dossier.</summary>
    public ILookup<string, DossierAtSystem> Systems { get; } = evidence.Systems.ToLookup(row => row.Code, StringComparer.Ordinal);

    /// <summary>The feed by dossier.</summary>
    public ILookup<string, FeedEvent> Feed { get; } = evidence.Feed.ToLookup(one => one.Dossier, StringComparer.Ordinal);

    /// <summary>The notices by dossier.</summary>
    public ILookup<string, NoticeTaken> Notices { get; } = evidence.Notices.Where(row => row.Dossier is not null).ToLookup(row => row.Dossier!, StringComparer.Ordinal);

    /// <summary>
    /// Whether an operator sees that something is to be done about a dossier: a message of it is parked, its system refuses it (-1), or nobody
    /// is competent (-2).
    /// </summary>
    public bool IsAtAnOperator(string code) =>
        Evidence.Parked.Contains(code) || (Evidence.Shown.TryGetValue(code, out var shown) && shown.State < 0);
}
