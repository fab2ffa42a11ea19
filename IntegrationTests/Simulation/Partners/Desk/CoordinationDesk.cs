using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Doors;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Desk;

/// <summary>The officers of the coordination desk and our operators: people who order things about dossiers.</summary>
internal sealed class CoordinationDesk(World world) : IModelledPartner
{
    public IEnumerable<Invariant> Invariants =>
    [
        new(
            "assigned-once",
            "A dossier that waited for coordination is the agency's that was named first, however often agencies are named.",
            world => from dossier in world.Registry.Dossiers.Values
                     let data = world.Checks.DossierOf(dossier.Code.Value)
                     where data is not null && data.Agency != dossier.Agency
                     select $"{dossier.Code} is {dossier.Agency}'s in the registry and {data.Agency}'s in its saga"),
    ];

    public void Declare(Topology topology, VirtualLineDirectory lines)
    {
        // Nobody calls people.
    }

    public void Forget(string partner, DateTimeOffset since)
    {
        // People have no backup.
    }

    /// <summary>Names the competent agency of a dossier that waits.</summary>
    public void Assign(string code, bool northern)
    {
        if (world.Registry.Find(code) is not { Agency: null } dossier) return;
        var (agency, system) = northern ? ("H60.101", "H60") : ("H29.101", "H29");
        var term = new ProcessingTerm(4, TermUnit.WorkingDays, "coordination");
        Order(dossier.Code, dossier.Flow, new AssignAgency(
            dossier.Code, AgencyCode.Parse(agency), system, Central: true, agency, term, Deadline: null, "desk"));
    }

    /// <summary>Orders another delivery.</summary>
    public void Redeliver(string code, int request)
    {
        if (world.Registry.Find(code) is { } dossier)
        {
            Order(dossier.Code, dossier.Flow, new RedeliverDossier(dossier.Code, "operator", new Guid(request, 0, 0, new byte[8])));
        }
    }

    /// <summary>Accepts the first row that is flagged as impossible.</summary>
    public void Correct(string code)
    {
        if (world.Registry.Find(code) is not { } dossier) return;
        var flag = dossier.Flags.Find(flag => flag.Flag == DossierFlag.ImpossibleTransition && flag.RowId is not null);
        if (flag is not null) Order(dossier.Code, dossier.Flow, new AcceptCorrection(dossier.Code, flag.RowId!, "Nhập nhầm", "operator"));
    }

    /// <summary>Sends something about a dossier straight to its saga, once its saga is there.</summary>
    public void Order(DossierCode code, int flow, object message)
    {
        if (world.Checks.HasSaga(code.Value)) world.Door.Accept(new DoorCall { Messages = [new DoorMessage(message, flow)] }, _ => { });
    }
}
