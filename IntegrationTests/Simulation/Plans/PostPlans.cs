using DichVuCong.Simulation.Chance;
using DichVuCong.Simulation.Partners.Post;

namespace DichVuCong.Simulation.Plans;

/// <summary>Makes up what goes wrong with the post, by dice of its own: the other plans of a seed stay what they were.</summary>
internal static class PostPlans
{
    private const ulong Salt = 0x504F5354;

    public static IEnumerable<PlanItem> Make(ulong seed, DateTimeOffset start, int days)
    {
        var dice = new Dice(seed ^ Salt);
        for (var mood = dice.Next(4); mood > 0; mood--)
        {
            var at = start + TimeSpan.FromMinutes(dice.Next(days * 24 * 60));
            var kind = (MoodKind)dice.Next(Enum.GetValues<MoodKind>().Length);
            if (kind is MoodKind.SaysDone or MoodKind.SaysRefused && dice.Happens(60)) kind = MoodKind.Garbles;
            yield return new Mood(
                at, at + TimeSpan.FromMinutes(dice.Pick(30, 200, 900)), dice.Happens(60) ? ModelledPost.Orders : ModelledPost.Tracking, kind, dice.Pick(20, 60, 100));
        }
    }
}
