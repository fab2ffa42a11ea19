using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Saga;
using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Mutations;

/// <summary>Bugs of sagas, put in as decorators around their steps.</summary>
internal static class MutatedSagas
{
    public static void Apply(Topology topology, Mutation mutation)
    {
        switch (mutation)
        {
            case Mutation.ApplyOldStatus:
                // As if rows counted in the order in which they came.
                Wrap<RecordAgencyStatus>(topology, (message, occasion) => message with { Row = message.Row with { At = occasion.Now } });
                break;
            case Mutation.NotifyOfOneStopService:
                Wrap<SubmitDossier>(topology, (message, _) => message with { Central = true });
                break;
            default:
                break;
        }
    }

    private static void Wrap<TMessage>(Topology topology, Func<TMessage, Occasion, TMessage> change)
        where TMessage : class
    {
        var steps = (Dictionary<Type, SagaStep>)topology.Sagas[Endpoints.Dossiers].Steps;
        var step = steps[typeof(TMessage)];
        steps[typeof(TMessage)] = step with
        {
            Decide = (state, message, occasion) => step.Decide(state, change((TMessage)message, occasion), occasion),
        };
    }
}
