using System.Text;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Runtime.Parking;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Parking;
using DichVuCong.Simulation.Chance;
using DichVuCong.Simulation.Partners.OneStop;

namespace DichVuCong.Simulation.Plans;

/// <summary>The coordination desk names the competent agency of a dossier that waits.</summary>
internal sealed record Assignment(DateTimeOffset At, int Number, bool Northern) : PlanItem(At)
{
    public override void Happen(World world)
    {
        if (world.Partners.Portal.CodeOf(Number) is { } code) world.Partners.Desk.Assign(code, Northern);
    }
}

/// <summary>An operator orders another delivery.</summary>
internal sealed record Redelivery(DateTimeOffset At, int Number) : PlanItem(At)
{
    public override void Happen(World world)
    {
        if (world.Partners.Portal.CodeOf(Number) is { } code) world.Partners.Desk.Redeliver(code, Number);
    }
}

/// <summary>An operator accepts a row that the state graph does not allow.</summary>
internal sealed record Correction(DateTimeOffset At, int Number) : PlanItem(At)
{
    public override void Happen(World world)
    {
        if (world.Partners.Portal.CodeOf(Number) is { } code) world.Partners.Desk.Correct(code);
    }
}

/// <summary>A message that no saga can decide on gets past the door: it is parked, and the key's other messages wait.</summary>
internal sealed record Poison(DateTimeOffset At, int Number) : PlanItem(At)
{
    public override void Happen(World world)
    {
        if (world.Partners.Portal.CodeOf(Number) is not { } code || world.Registry.Find(code) is not { System: { } system } dossier) return;
        // What another saga sends to a dossier travels in the shared flow, beside the dossier's own: behind something parked the two may pass
        // each other. An open finding of the runtime, so dossiers with parcels are spared until each key has one flow whoever sends.
        if (world.Checks.DossierOf(code) is { Post: not PostServices.None }) return;
        var row = new AgencyStatusRow { RowId = "no number", Source = StatusSource.Progress, State = DossierState.Processing, At = At, Officer = RowIdentity.Officer };
        world.Partners.Desk.Order(dossier.Code, dossier.Flow, new RecordAgencyStatus(dossier.Code, system, row));
    }
}

/// <summary>An operator goes through what is parked: some is tried again, some mended, some dropped.</summary>
/// <param name="At">When.</param>
/// <param name="Last">Whether nothing is to be left.</param>
internal sealed record OperatorVisit(DateTimeOffset At, bool Last) : PlanItem(At)
{
    public override void Happen(World world)
    {
        foreach (var parked in world.Tables.Parked.ToList())
        {
            var mended = parked.Message is { } message ? Mend(world, message.Body, message.Type) : null;
            if (parked.Error.StartsWith("No saga came", StringComparison.Ordinal))
            {
                VirtualParkingDesk.Order(world, parked, ParkingAction.Discard, body: null);
                continue;
            }

            var choice = Last ? (mended is null ? 0 : 2) : (int)world.Fate.Between(0, 2, "operator", Fate.NumberOf(parked.Id), At.UtcTicks);
            var action = choice switch
            {
                1 when mended is not null => ParkingAction.Discard,
                2 when mended is not null => ParkingAction.Edit,
                _ => ParkingAction.Retry,
            };
            var body = action == ParkingAction.Edit ? mended : null;
            if (Last || parked.Message is null || world.Fate.Between(0, 1, "meanwhile", Fate.NumberOf(parked.Id), At.UtcTicks) == 0)
            {
                VirtualParkingDesk.Order(world, parked, action, body);
                continue;
            }

            // Something else comes in for the dossier while the operator decides: it may share the order's batch.
            world.Partners.Desk.Redeliver(parked.Key, (int)world.Fate.Between(1_000_000, 2_000_000_000, "again", Fate.NumberOf(parked.Id), At.UtcTicks));
            world.Agenda.At(world.Now + TimeSpan.FromMilliseconds(world.Fate.Between(0, 30, "order", Fate.NumberOf(parked.Id), At.UtcTicks)), () => VirtualParkingDesk.Order(world, parked, action, body));
        }
    }

    /// <summary>The body with the row's identity put right, if that is what is wrong with it.</summary>
    private static byte[]? Mend(World world, byte[] body, short type)
    {
        if (world.Vocabulary.TypeOf(type)?.ClrType != typeof(RecordAgencyStatus)) return null;
        var text = Encoding.UTF8.GetString(body);
        var mended = text.Replace("no number", RowIdentity.Of(text, default, 4), StringComparison.Ordinal);
        return mended == text ? null : Encoding.UTF8.GetBytes(mended);
    }
}

/// <summary>A new holiday is announced.</summary>
internal sealed record Holiday(DateTimeOffset At, DateOnly Day) : PlanItem(At)
{
    public override void Happen(World world)
    {
        world.Catalogue.Announce(Day);
        CatalogueChange.Spread(world);
    }
}

/// <summary>An agency announces that its system will be out of service.</summary>
internal sealed record Maintenance(DateTimeOffset At, string System, DateTimeOffset From, DateTimeOffset To) : PlanItem(At)
{
    public override void Happen(World world)
    {
        world.Catalogue.Announce(System, From, To);
        world.LineDirectory.Announce(OneStopSystems.LineOf(System), From, To);
        CatalogueChange.Spread(world);
        world.Agenda.At(To, world.WakePumps);
    }
}

/// <summary>Hosts take a new catalogue into use within seconds, not all at once.</summary>
internal static class CatalogueChange
{
    public static void Spread(World world)
    {
        foreach (var host in world.Hosts)
        {
            var wait = TimeSpan.FromMilliseconds(world.Fate.Between(10, 20_000, "catalogue", host.Number, world.Catalogue.Calendars.Version));
            host.Run(wait, host.Reload);
        }
    }
}
