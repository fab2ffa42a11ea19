using System.Globalization;
using DichVuCong.Faults.Load.HandOvers;

namespace DichVuCong.Faults.Check;

/// <summary>A ticket is used once, whoever races for it and whatever is killed meanwhile; the same call is given the same answer.</summary>
internal static class HandOverRules
{
    private const int Told = 200;
    private const int Used = 409;

    /// <summary>What of that was not held.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<HandOverStory> stories) => stories.SelectMany(Check);

    private static IEnumerable<Finding> Check(HandOverStory story)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"ticket {story.Number}");
        var calls = story.Presentations.ToLookup(presentation => presentation.RedemptionId, StringComparer.Ordinal);
        var winners = calls.Count(call => call.Any(presentation => presentation.Status == Told));
        if (winners > 1) yield return new Finding(Broken.Doubled, key, $"{winners} calls were told who comes");
        if (winners == 0 && story.Presentations.Any(presentation => presentation.Status == Used) && story.Presentations.All(presentation => presentation.Status != 0))
        {
            yield return new Finding(Broken.Lost, key, "everybody found it used, and nobody was told who comes");
        }

        foreach (var call in calls.Where(call => call.Select(presentation => (presentation.Status, presentation.Body)).Distinct().Count() > 1 && !IsTooLate(call)))
        {
            yield return new Finding(Broken.Answer, key, "the same call was given two answers");
        }
    }

    /// <summary>An answer is given again for five minutes only, and nothing of an outage is that long; a ticket that ended in between is another matter.</summary>
    private static bool IsTooLate(IEnumerable<Presentation> call) => call.All(presentation => presentation.Status is 410 or 404);
}
