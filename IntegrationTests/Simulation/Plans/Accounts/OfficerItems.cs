using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Partners.Accounts;

namespace DichVuCong.Simulation.Plans.Accounts;

/// <summary>Names of what officers' plans are about, and the way to the door.</summary>
internal static class Officer
{
    private static readonly OfficialDocument Document = new("12/UBND-VP", new DateOnly(2026, 3, 2), "files/1");

    public static AccountId Of(int number) => AccountId.Of(new DateOnly(2026, 3, 2), (ulong)number);

    public static ScopeKey Scope(int number, int procedure) => new(Of(number), ProcedureCode.Parse($"1.00000{procedure}"));

    public static object[] Hired(int number) =>
    [
        new CreateAccount(
            Of(number), AccountKind.Officer, OfficerSystem.Agency, GroupSet.Of(PermissionGroup.Receiving), GroupSet.All, [OfficerSystem.Code], "quantri", "Cán bộ mới"),
        new HandOverAccount(Of(number), "ttdlqg", Document),
        new KeepCommitment(Of(number), "quantri", Document),
    ];

    /// <summary>Hands messages in until they are taken.</summary>
    public static void Tell(World world, params object[] messages) => world.Door.Accept(
        new DoorCall { Messages = [.. messages.Select(message => new DoorMessage(message, Flow.Shared))] },
        answer =>
        {
            if (answer is null) world.Agenda.In(TimeSpan.FromSeconds(30), () => Tell(world, messages));
        });
}

/// <summary>An officer gets an account, and the agency is watched.</summary>
internal sealed record Hiring(DateTimeOffset At, int Number) : PlanItem(At)
{
    public override void Happen(World world) => Officer.Tell(world, [.. Officer.Hired(Number), new WatchDrift(OfficerSystem.Code, OfficerSystem.Agency)]);
}

/// <summary>Access is taken, or given back.</summary>
internal sealed record AccessChanging(DateTimeOffset At, int Number, int What) : PlanItem(At)
{
    public override void Happen(World world) => Officer.Tell(world, What switch
    {
        0 => new LockAccount(Officer.Of(Number), LockCause.Violation, "quantri", "Vi phạm"),
        1 => new UnlockAccount(Officer.Of(Number), "quantri", "Đã xử lý"),
        2 => new WithdrawAccount(Officer.Of(Number), LockCause.Leaving, "quantri", "Nghỉ việc"),
        _ => new SetGroups(
            Officer.Of(Number), OfficerSystem.Agency, GroupSet.Of(PermissionGroup.Receiving, PermissionGroup.Processing), GroupSet.All, [OfficerSystem.Code], "quantri", "Phân công"),
    });
}

/// <summary>A scope is set on one of the sides.</summary>
internal sealed record ScopeSaying(DateTimeOffset At, int Number, int Procedure, bool IsOurs, bool Granted) : PlanItem(At)
{
    public override void Happen(World world)
    {
        var key = Officer.Scope(Number, Procedure);
        if (IsOurs) Officer.Tell(world, new SetScope(OfficerSystem.Code, key.Account, key.Procedure, Granted, "dieuphoi", Life: 1));
        else world.Partners.Officers.Say(key, Granted);
    }
}

/// <summary>The system takes a backup, or is put back to it.</summary>
internal sealed record OfficerBackup(DateTimeOffset At, bool Restores) : Fault(At)
{
    public override void Happen(World world)
    {
        if (Restores) world.Partners.Officers.Restore();
        else world.Partners.Officers.BackUp();
    }
}

/// <summary>Makes up the officers of a history, in a share of the histories.</summary>
internal static class OfficerPlans
{
    private const int Share = 25;
    private const long Salt = 0x4F464649434552;

    /// <summary>The items; a stream of chance of its own, so that the dossiers and payments of a seed stay what they were.</summary>
    public static IEnumerable<PlanItem> Make(ulong seed, DateTimeOffset start, int days)
    {
        var dice = new Chance.Dice(seed ^ unchecked((ulong)Salt));
        if (!dice.Happens(Share)) yield break;
        var officers = dice.Between(1, 3);
        for (var number = 1; number <= officers; number++)
        {
            yield return new Hiring(start + TimeSpan.FromMinutes(dice.Next(200)), number);
            for (var change = dice.Next(4); change > 0; change--) yield return new AccessChanging(Sometime(), number, dice.Pick(0, 1, 1, 2, 3, 3));
            for (var word = dice.Between(2, 14); word > 0; word--) yield return new ScopeSaying(Sometime(), number, dice.Between(1, 2), dice.Happens(50), dice.Happens(60));
        }

        for (var mood = dice.Next(5); mood > 0; mood--)
        {
            var from = Sometime();
            yield return new Mood(
                from, from + TimeSpan.FromMinutes(dice.Pick(5, 120, 600)), dice.Pick(OfficerSystem.AccountLine, OfficerSystem.ScopeLine),
                (MoodKind)dice.Next(Enum.GetValues<MoodKind>().Length), dice.Pick(20, 60, 100));
        }

        if (!dice.Happens(40)) yield break;
        yield return new OfficerBackup(Sometime(), Restores: false);
        for (var restore = dice.Between(1, 2); restore > 0; restore--) yield return new OfficerBackup(Sometime(), Restores: true);

        // A word on the same morning as others, or in the days after.
        DateTimeOffset Sometime() => start + TimeSpan.FromMinutes(200 + dice.Next(dice.Happens(60) ? 300 : (days * 24 * 60) - 400));
    }
}
