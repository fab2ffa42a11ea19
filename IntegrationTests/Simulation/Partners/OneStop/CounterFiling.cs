using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Registries;
using DichVuCong.Simulation.Catalogue;
using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Partners.OneStop;

/// <summary>
/// A dossier that an agency received itself: it sends it until it is answered, under a code of its own. The registry's key decides who comes
/// first, as in production: there is no inbox for it.
/// </summary>
internal sealed class CounterFiling(World world, AgencyFiling filing)
{
    private readonly string _agency = AgencyOf(filing.System);
    private int _tries;

    private DossierCode Code => CodeOf(filing.Number, filing.System, filing.At);

    /// <summary>The code that an agency gives to a dossier of its own counter.</summary>
    public static DossierCode CodeOf(int number, string system, DateTimeOffset at) =>
        DossierCode.Of(AgencyCode.Parse(AgencyOf(system)), VietnamTime.DayOf(at), number);

    public void Start() => world.Agenda.In(TimeSpan.FromMilliseconds(world.Fate.Between(1, 900, "counter", filing.Number, _tries)), Try);

    private void Try()
    {
        if (++_tries > 60) return;
        if (world.Registry.Find(Code.Value) is not null)
        {
            Taken();
            return;
        }

        var flow = FlowOf(filing.System);
        world.Door.Accept(CallOf(flow), answer =>
        {
            if (answer is null || world.Fate.Happens(10, "counter unheard", filing.Number, _tries)) Again();
            else Taken();
        }, refused: Again);
    }

    private DoorCall CallOf(int flow)
    {
        var (agency, received) = (AgencyCode.Parse(_agency), filing.At);
        var row = new AgencyStatusRow
        {
            RowId = RowIdentity.Of(Code.Value, received, 2),
            Source = StatusSource.Dossier,
            State = DossierState.Accepted,
            At = received,
            ReceivedAt = received,
        };
        return new DoorCall
        {
            Messages =
            [
                new DoorMessage(
                    new RegisterAgencyDossier(
                        Code, ProcedureCode.Parse(SampleCatalogue.OneStop), agency, filing.System, FilingChannel.Direct, received, _agency,
                        new ProcessingTerm(3, TermUnit.WorkingDays, "counter")),
                    flow),
                new DoorMessage(new RecordAgencyStatus(Code, filing.System, row), flow),
            ],
            Records =
            [
                new DossierEntry
                {
                    Code = Code, Number = filing.Number, Procedure = ProcedureCode.Parse(SampleCatalogue.OneStop), Flow = flow, BornAt = received,
                    Agency = agency, System = filing.System,
                },
            ],
        };
    }

    /// <summary>The flow of a system's dossiers.</summary>
    public static int FlowOf(string system) => Flow.Of(system.Length + system[0], Urgency.Normal);

    private static string AgencyOf(string system) => system == "G12" ? system : $"{system}.101";

    private void Taken()
    {
        world.Partners.OneStop[filing.System].StoreOwn(Code.Value);
        world.Partners.Portal.Note(filing.Number, Code.Value);
    }

    private void Again() => world.Agenda.In(TimeSpan.FromSeconds(world.Fate.Between(5, 600, "counter again", filing.Number, _tries)), Try);
}
