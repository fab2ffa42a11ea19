using DichVuCong.Faults.Load;

namespace DichVuCong.Faults.Check;

/// <summary>
/// How many notices an applicant must have had on each channel, counted from what the feed told: the receipt, some states once, some each time,
/// and each file that must be sent again (the Gateway's page, sections 4 and 7).
/// </summary>
internal static class Occasions
{
    private static readonly int[] Once = [3, 7, 8, 9, 10];
    private static readonly int[] EachTime = [5, 6];

    /// <summary>Counts them for one dossier.</summary>
    public static int CountOf(IReadOnlyCollection<FeedEvent> events)
    {
        var states = events.Where(one => one.IsStateChange).Select(one => one.State).ToList();
        return (events.Any(one => one is { IsReceipt: true, Version: 1 }) ? 1 : 0)
            + states.Where(state => Once.Contains(state)).Distinct().Count()
            + states.Count(state => EachTime.Contains(state))
            + events.Where(one => one.IsFileFault).Select(one => one.FileNumber).Distinct().Count();
    }
}
