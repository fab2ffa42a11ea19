using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Runtime.Doors;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Partners.OneStop;

namespace DichVuCong.Simulation.Plans;

/// <summary>A dossier is filed at the portal, or at a counter of the coordination system.</summary>
internal sealed record Filing(DateTimeOffset At, int Number, string Procedure, Place Place, bool AtCounter, NoticeChannels Notify) : PlanItem(At)
{
    public override void Happen(World world) => world.Partners.Portal.File(this);
}

/// <summary>The filing is repeated, or another is sent under its id.</summary>
internal sealed record FilingAgain(DateTimeOffset At, int Number, bool OtherContent) : PlanItem(At)
{
    public override void Happen(World world) => world.Partners.Portal.FileAgain(Number, OtherContent);
}

/// <summary>The applicant completes a dossier.</summary>
internal sealed record Supplementing(DateTimeOffset At, int Number, int Serial) : PlanItem(At)
{
    public override void Happen(World world) => world.Partners.Portal.Supplement(Number, Serial);
}

/// <summary>An agency receives a dossier at its own counter and tells us of it (DongBoHoSoMC).</summary>
internal sealed record AgencyFiling(DateTimeOffset At, int Number, string System) : PlanItem(At)
{
    public override void Happen(World world) => new CounterFiling(world, this).Start();
}

/// <summary>A row comes to the bus before the dossier it is about: it waits for it.</summary>
/// <param name="At">When it comes.</param>
/// <param name="Number">The dossier.</param>
/// <param name="System">The agency's system.</param>
/// <param name="FiledAt">When the dossier will come.</param>
internal sealed record EarlyRow(DateTimeOffset At, int Number, string System, DateTimeOffset FiledAt) : PlanItem(At)
{
    public override void Happen(World world)
    {
        var (code, time) = (CounterFiling.CodeOf(Number, System, FiledAt), FiledAt + TimeSpan.FromMinutes(1));
        var row = new AgencyStatusRow { RowId = RowIdentity.Of(code.Value, time, 4), Source = StatusSource.Progress, State = DossierState.Processing, At = time };
        var message = new RecordAgencyStatus(code, System, row);
        world.Door.Accept(
            new DoorCall { Messages = [new DoorMessage(message, CounterFiling.FlowOf(System))] },
            answer =>
            {
                if (answer is not null) world.Partners.OneStop.Accepted.Add((code.Value, row.RowId, System));
            });
    }
}

/// <summary>An agency reports a step of its work.</summary>
/// <param name="At">When it sends the row first; once it has the dossier.</param>
/// <param name="Number">The dossier.</param>
/// <param name="State">The state it reports.</param>
/// <param name="RowAt">The time that the row gives.</param>
/// <param name="Sends">How often it is sent, whatever is answered.</param>
internal sealed record AgencyRow(DateTimeOffset At, int Number, int State, DateTimeOffset RowAt, int Sends) : PlanItem(At)
{
    public override void Happen(World world)
    {
        if (world.Partners.Portal.CodeOf(Number) is not { } code || world.Registry.Find(code) is not { } dossier) return;
        if (dossier.System is not { } system) return;
        var row = new AgencyStatusRow
        {
            RowId = RowIdentity.Of(code, RowAt, State),
            Source = StatusSource.Progress,
            State = (DossierState)State,
            At = RowAt,
            Officer = RowIdentity.Officer,
        };
        world.Partners.OneStop[system].WhenStored(code, () => new RowSender(world, system, new RecordAgencyStatus(dossier.Code, system, row), Sends).Start());
    }
}

/// <summary>Somebody finds that a file is missing.</summary>
internal sealed record FaultyFile(DateTimeOffset At, int Number) : PlanItem(At)
{
    public override void Happen(World world)
    {
        if (world.Partners.Portal.CodeOf(Number) is not { } code || world.Registry.Find(code) is not { } dossier) return;
        world.Partners.Desk.Order(dossier.Code, dossier.Flow, new ReportFileFault(dossier.Code, 1, dossier.Revision, FileFault.Missing));
    }
}
