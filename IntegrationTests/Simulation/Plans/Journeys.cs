using DichVuCong.Simulation.Chance;

namespace DichVuCong.Simulation.Plans;

/// <summary>
/// Makes up what an agency reports of a dossier: mostly along the state graph, with rows of one time, rows of the future, states out of
/// nowhere, and all of it sent in any order.
/// </summary>
internal static class Journeys
{
    private static readonly Dictionary<int, int[]> Next = new()
    {
        [1] = [2, 2, 2, 5, 6, 3],
        [2] = [4, 4, 5, 9, 7],
        [4] = [5, 6, 9, 9, 8],
        [5] = [4, 4, 2, 1, 7],
        [6] = [4, 2, 5, 8],
        [9] = [10, 10, 4],
    };

    public static IEnumerable<AgencyRow> Of(Dice dice, int number, DateTimeOffset start, DateTimeOffset end)
    {
        var (state, time) = (1, start);
        var rows = dice.Between(2, 8);
        for (var row = 0; row < rows; row++)
        {
            var reported = dice.Happens(8) ? dice.Between(1, 11) : state = Next.TryGetValue(state, out var next) ? dice.Pick<int>(next) : state;
            time += TimeSpan.FromMinutes(dice.Pick(0, 10, 10, 45, 90, 400, 700, 1500));
            if (time > end) yield break;
            var late = TimeSpan.FromMinutes(dice.Pick(0, 0, 1, 5, 90, 300, dice.Happens(20) ? 2900 : 2));
            var sent = dice.Happens(6) ? time - TimeSpan.FromHours(dice.Between(1, 40)) : time + late;
            yield return new AgencyRow(sent < start ? start : sent, number, reported, time, dice.Pick(1, 1, 1, 2, 3));
        }
    }
}
