using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Simulation.Catalogue;
using DichVuCong.Simulation.Chance;
using DichVuCong.Simulation.Plans.Accounts;
using DichVuCong.Simulation.Plans.Payments;

namespace DichVuCong.Simulation.Plans;

/// <summary>Makes a history's plan from its seed.</summary>
internal static class PlanMaker
{
    /// <summary>Days in which things happen; then comes quiet.</summary>
    public const int Days = 6;

    /// <summary>Monday at half past eight.</summary>
    public static readonly DateTimeOffset Start = VietnamTime.At(SampleCatalogue.FirstDay, new TimeOnly(8, 30));

    /// <summary>The plan of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="hasOfficers">Whether officers and their scopes are in it: an open finding keeps them out of ordinary histories.</param>
    public static IReadOnlyList<PlanItem> Make(ulong seed, bool hasOfficers)
    {
        var dice = new Dice(seed);
        var items = new List<PlanItem>();
        var dossiers = dice.Between(3, 9);
        for (var number = 1; number <= dossiers; number++)
        {
            // Half of the dossiers of a morning, the others over three days: some after an agency has been closed.
            var at = Start + TimeSpan.FromMinutes(dice.Happens(50) ? dice.Next(120) : dice.Next(4 * 24 * 60));
            if (dice.Happens(12)) items.AddRange(AtAnAgency(dice, 1000 + number, at));
            else items.AddRange(Filed(dice, number, at));
        }

        items.AddRange(FaultMaker.Make(dice, Start, Days));
        items.AddRange(Announcements(dice));
        for (var visit = dice.Between(1, 5); visit > 0; visit--) items.Add(new OperatorVisit(Start + TimeSpan.FromHours(dice.Next(Days * 24)), Last: false));
        items.AddRange(PaymentPlans.Make(seed, Start, Days));
        if (hasOfficers) items.AddRange(OfficerPlans.Make(seed, Start, Days));
        items.AddRange(PostPlans.Make(seed, Start, Days));
        return [.. items.OrderBy(item => item.At)];
    }

    private static IEnumerable<PlanItem> AtAnAgency(Dice dice, int number, DateTimeOffset at)
    {
        var system = dice.Pick("H29", "H60", "G12");
        yield return new AgencyFiling(at, number, system);
        if (dice.Happens(50)) yield return new EarlyRow(at - TimeSpan.FromMinutes(dice.Between(1, 90)), number, system, at);
        foreach (var row in Journeys.Of(dice, number, at + TimeSpan.FromMinutes(20), EndOfDays)) yield return row;
        if (dice.Happens(15)) yield return new Poison(Later(dice, at), number);
    }

    private static IEnumerable<PlanItem> Filed(Dice dice, int number, DateTimeOffset at)
    {
        var procedure = dice.Pick(
            SampleCatalogue.Central, SampleCatalogue.Central, SampleCatalogue.Central, SampleCatalogue.OneStop, SampleCatalogue.OneStop,
            SampleCatalogue.Ministry, SampleCatalogue.Nobody);
        var place = dice.Pick(SampleCatalogue.Open, SampleCatalogue.Merged, SampleCatalogue.Northern);
        var atCounter = procedure == SampleCatalogue.Nobody || dice.Happens(15);
        var notify = dice.Pick(NoticeChannels.None, NoticeChannels.Sms, NoticeChannels.Email, NoticeChannels.Sms | NoticeChannels.Email, NoticeChannels.Sms | NoticeChannels.Email);
        yield return new Filing(at, number, procedure, place, atCounter, notify);
        for (var again = dice.Next(3); again > 0; again--) yield return new FilingAgain(at + TimeSpan.FromSeconds(dice.Pick(0, 1, 30, 4000)), number, dice.Happens(35));
        var routed = at;
        if (procedure == SampleCatalogue.Nobody)
        {
            routed = at + TimeSpan.FromMinutes(dice.Between(5, 900));
            for (var officer = dice.Between(1, 2); officer > 0; officer--) yield return new Assignment(routed + TimeSpan.FromSeconds(dice.Next(3)), number, dice.Happens(50));
        }

        foreach (var row in Journeys.Of(dice, number, routed + TimeSpan.FromMinutes(dice.Between(5, 60)), EndOfDays)) yield return row;
        for (var serial = dice.Happens(40) ? dice.Between(1, 3) : 0; serial > 0; serial--)
        {
            var supplemented = Later(dice, routed);
            yield return new Supplementing(supplemented, number, serial);
            if (dice.Happens(30)) yield return new Supplementing(supplemented + TimeSpan.FromSeconds(dice.Next(90)), number, serial);
        }

        if (dice.Happens(15)) yield return new FaultyFile(Later(dice, routed), number);
        if (dice.Happens(20)) yield return new Correction(Later(dice, routed), number);
        if (dice.Happens(12)) yield return new Redelivery(Later(dice, routed), number);
        if (dice.Happens(18)) yield return new Poison(Later(dice, routed), number);
    }

    private static IEnumerable<PlanItem> Announcements(Dice dice)
    {
        for (var holiday = dice.Next(3); holiday > 0; holiday--)
        {
            yield return new Holiday(Start + TimeSpan.FromMinutes(dice.Next(Days * 24 * 60)), SampleCatalogue.FirstDay.AddDays(dice.Pick(9, 10, 14, 16, 17)));
        }

        if (!dice.Happens(35)) yield break;
        var from = Start + TimeSpan.FromHours(dice.Pick(4, 11, 30, 35));
        yield return new Maintenance(from - TimeSpan.FromHours(2), dice.Pick("H29", "H60", "G12"), from, from + TimeSpan.FromHours(dice.Pick(1, 3)));
    }

    private static DateTimeOffset EndOfDays => Start + TimeSpan.FromDays(Days);

    private static DateTimeOffset Later(Dice dice, DateTimeOffset at)
    {
        var later = at + TimeSpan.FromMinutes(dice.Pick(1, 30, 200, 800, 2000) + dice.Next(60));
        return later < EndOfDays ? later : EndOfDays;
    }
}
