using System.Text;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Saga;
using DichVuCong.Saga.Filing;
using DichVuCong.Saga.Routing;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Registries;
using DichVuCong.Simulation.Catalogue;
using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Partners.Portal;

/// <summary>What the gateway makes of a filing, with the real router and the real counting of terms: it decides what its answer contains.</summary>
internal sealed class FilingBuilder(World world)
{
    private int _codes = 5_000_000;

    /// <summary>The call for the door; or, when nobody can take the dossier today, the earlier answer if there was one.</summary>
    public (DoorCall? Call, DoorAnswer? Earlier) Build(Filing filing, int content)
    {
        var identity = new CallIdentity(Endpoints.Filings, Encoding.UTF8.GetBytes($"portal/{filing.Number}"), [(byte)content]);
        var day = VietnamTime.DayOf(world.Now);
        // Yesterday's agencies are those of a table that nobody has brought up to date.
        if (world.Mutation == Mutation.RouteToClosedAgency) day = SampleCatalogue.FirstDay;
        var answer = SampleCatalogue.Router.Resolve(new RoutingQuestion
        {
            Procedure = ProcedureCode.Parse(filing.Procedure),
            Channel = filing.AtCounter ? FilingChannel.Direct : FilingChannel.Online,
            Date = day,
            Place = filing.Place,
            AtCounter = filing.AtCounter,
        });
        return answer switch
        {
            RoutingAnswer.Routed routed => (Routed(filing, identity, routed), null),
            RoutingAnswer.Nobody when filing.AtCounter => (Waiting(filing, identity), null),
            _ => (null, world.Door.Recall(identity)),
        };
    }

    private DoorCall Routed(Filing filing, CallIdentity identity, RoutingAnswer.Routed routed)
    {
        var procedure = SampleCatalogue.Index.FindProcedure(ProcedureCode.Parse(filing.Procedure))!;
        var (channel, calendar) = (filing.AtCounter ? FilingChannel.Direct : FilingChannel.Online, routed.Agency.Code.Value);
        var term = ProcessingTerms.TermFor(procedure, channel, number: null, catalogueVersion: 7).Term;
        var code = DossierCode.Of(routed.Agency.Code, VietnamTime.DayOf(world.Now), _codes++);
        var deadline = ProvisionalDeadline.Of(term, calendar, world.Now, world.Catalogue.Calendars);
        var message = new SubmitDossier(
            code, procedure.Code, routed.Agency.Code, routed.System.Code, OriginOf(filing), channel, routed.Central, world.Now, calendar, term,
            deadline, filing.Notify, PostOf(filing, routed.Central));
        return CallOf(filing, identity, message, Flow.Of(routed.System.Number, Urgency.Normal));
    }

    private DoorCall Waiting(Filing filing, CallIdentity identity)
    {
        var counter = AgencyCode.Parse("H29");
        var procedure = SampleCatalogue.Index.FindProcedure(ProcedureCode.Parse(filing.Procedure))!;
        var message = new SubmitDossier(
            DossierCode.Of(counter, VietnamTime.DayOf(world.Now), _codes++), procedure.Code, Agency: null, System: null, OriginOf(filing),
            FilingChannel.Direct, procedure.Served == ServedAt.Central, world.Now, counter.Value, Term: null, Deadline: null, filing.Notify,
            PostOf(filing, procedure.Served == ServedAt.Central));
        return CallOf(filing, identity, message, Flow.Shared);
    }

    private DoorCall CallOf(Filing filing, CallIdentity identity, SubmitDossier message, int flow) => new()
    {
        Identity = identity,
        Answer = Encoding.UTF8.GetBytes(message.Dossier.Value),
        Messages = [new DoorMessage(message, flow)],
        Records =
        [
            new DossierEntry
            {
                Code = message.Dossier,
                Number = filing.Number,
                Procedure = message.Procedure,
                Flow = flow,
                BornAt = world.Now,
                Agency = message.Agency,
                System = message.System,
            },
        ],
    };

    /// <summary>Half of those that we order the post for want their result brought, some of them their papers collected too.</summary>
    private PostServices? PostOf(Filing filing, bool isCentral)
    {
        if (!isCentral || !world.Fate.Happens(50, "asks for post", filing.Number)) return null;
        return world.Fate.Happens(30, "sends papers", filing.Number) ? PostServices.ReturnResult | PostServices.CollectPapers : PostServices.ReturnResult;
    }

    private static DossierOrigin OriginOf(Filing filing) => filing.AtCounter ? DossierOrigin.Coordination : DossierOrigin.Portal;
}
