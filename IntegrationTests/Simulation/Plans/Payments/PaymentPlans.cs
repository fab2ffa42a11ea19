using DichVuCong.Simulation.Chance;
using DichVuCong.Simulation.Partners.Banks;

namespace DichVuCong.Simulation.Plans.Payments;

/// <summary>
/// Makes up the payments of a history, in a share of the histories: paid once, twice, too little, too much, too late, before the order is
/// known, taken back, cancelled, refunded.
/// </summary>
internal static class PaymentPlans
{
    private const int Share = 25;
    private const long Salt = 0x5041594D454E5453;
    private static readonly string[] Banks = [ModelledBanks.ByLink, ModelledBanks.ByOrder];

    /// <summary>The items; a stream of chance of its own, so that the dossiers of a seed stay what they were.</summary>
    public static IEnumerable<PlanItem> Make(ulong seed, DateTimeOffset start, int days)
    {
        var dice = new Dice(seed ^ unchecked((ulong)Salt));
        if (!dice.Happens(Share)) return [];
        var items = new List<PlanItem>();
        for (var number = dice.Between(1, 3); number > 0; number--)
            items.AddRange(Obligation(dice, number, start + TimeSpan.FromMinutes(dice.Next(2 * 24 * 60))));
        for (var day = 1; day < days; day++)
        {
            foreach (var bank in Banks)
            {
                // A statement may be missing for a day, and come twice.
                if (dice.Happens(75)) items.Add(new BankDay(start + TimeSpan.FromDays(day), bank, day));
                if (dice.Happens(15)) items.Add(new BankDay(start + TimeSpan.FromDays(day) + TimeSpan.FromHours(3), bank, day + 20));
            }
        }

        items.AddRange(Faults(dice, start, days));
        return items;
    }

    private static IEnumerable<PlanItem> Obligation(Dice dice, int number, DateTimeOffset at)
    {
        var (orders, amount) = (dice.Pick(1, 1, 1, 2), dice.Pick(50_000L, 120_000L, 3_000_000L));
        var lifetime = TimeSpan.FromMinutes(dice.Pick(20, 600, 2000, 5000));
        yield return new Stating(at, number, orders, amount, lifetime, dice.Happens(60));
        for (var order = 0; order < orders; order++)
        {
            for (var payment = dice.Pick(0, 1, 1, 1, 1, 2, 2, 3); payment > 0; payment--) yield return Payment(dice, number, order, at, amount);
            if (dice.Happens(20)) yield return new PaymentFailing(Later(dice, at), number, order, dice.Pick<string>(Banks));
            if (dice.Happens(12)) yield return new PaymentReversal(Later(dice, at), number, order);
            for (var serial = dice.Happens(25) ? dice.Between(1, 2) : 0; serial > 0; serial--)
            {
                yield return new RefundDeciding(Later(dice, at), number, order, dice.Pick(10, 50, 100, 100), (order * 5) + serial);
            }
        }

        if (dice.Happens(18)) yield return new ObligationCancelling(Later(dice, at), number);
    }

    private static Paying Payment(Dice dice, int number, int order, DateTimeOffset at, long amount)
    {
        var paid = amount + dice.Pick(0L, 0L, 0L, 0L, 0L, -1L, 1L, 40_000L);
        // A transfer that is typed may come before the order is known here.
        var starts = dice.Happens(75);
        var begins = starts ? Later(dice, at) : at + TimeSpan.FromMinutes(dice.Between(-20, 3000));
        var after = TimeSpan.FromMinutes(dice.Pick(0, 1, 5, 20, 90, 1500));
        return new Paying(begins, number, order, dice.Pick<string>(Banks), paid, starts, after, dice.Pick(0, 1, 1, 1, 2, 10), dice.Pick(0, 0, 0, 3));
    }

    private static IEnumerable<PlanItem> Faults(Dice dice, DateTimeOffset start, int days)
    {
        string[] lines = [ModelledBanks.LineOf(ModelledBanks.ByLink), ModelledBanks.LineOf(ModelledBanks.ByOrder), Ministry.Line];
        for (var mood = dice.Next(6); mood > 0; mood--)
        {
            var at = start + TimeSpan.FromMinutes(dice.Next(days * 24 * 60));
            var kind = (MoodKind)dice.Next(Enum.GetValues<MoodKind>().Length);
            if (kind is MoodKind.SaysDone or MoodKind.SaysRefused && dice.Happens(75)) kind = MoodKind.LosesAnswers;
            yield return new Mood(at, at + TimeSpan.FromMinutes(dice.Pick(30, 120, 400, 1400)), dice.Pick<string>(lines), kind, dice.Pick(20, 60, 100));
        }

        if (dice.Happens(20))
        {
            var at = start + TimeSpan.FromMinutes(dice.Next(days * 24 * 60));
            yield return new OldBackup(at, dice.Pick<string>(lines.AsSpan(..2)), TimeSpan.FromHours(dice.Between(1, 30)));
        }
    }

    private static DateTimeOffset Later(Dice dice, DateTimeOffset at) => at + TimeSpan.FromMinutes(dice.Pick(2, 15, 60, 400, 1600, 3500) + dice.Next(30));
}
