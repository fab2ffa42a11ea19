using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Saga.Payments;
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
                Wrap<RecordAgencyStatus>(topology, Endpoints.Dossiers, (_, message, occasion) => message with { Row = message.Row with { At = occasion.Now } });
                break;
            case Mutation.NotifyOfOneStopService:
                Wrap<SubmitDossier>(topology, Endpoints.Dossiers, (_, message, _) => message with { Central = true });
                break;
            case Mutation.DropLatePayment:
                // As if nothing could be paid any more once the time is over.
                Wrap<RecordPayment>(topology, PaymentEndpoints.Orders, (state, message, _) =>
                    state is OrderData { IsExpired: true } && message.Result == PaymentResult.Paid ? message with { Result = PaymentResult.Failed } : message);
                break;
            case Mutation.ApplyOldPaymentStatus:
                // As if the last word counted: the attempt that failed before is told after the payment.
                Wrap<RecordPayment>(topology, PaymentEndpoints.Orders, (state, message, _) =>
                    message.Result == PaymentResult.Failed && (state as OrderData)?.Covering is { } paid
                        ? message with { Result = PaymentResult.Reversed, Partner = paid.Partner, TransactionNo = paid.Number, Amount = paid.Amount }
                        : message);
                break;
            case Mutation.RefundTwice:
                SendOtherwise(topology, static command => command is RefundPayment ? 2 : 1);
                break;
            case Mutation.ForgetALedgerEntry:
                SendOtherwise(topology, static command => command is PostLedgerEntry { Kind: LedgerKind.Refunded } ? 0 : 1);
                break;
            case Mutation.DeafToWithdrawals:
                Wrap<HearScope>(topology, ScopeEndpoints.Scopes, (_, message, _) => message with { Change = Deaf(message.Change) });
                Wrap<ScopePushed>(topology, ScopeEndpoints.Scopes, (_, message, _) => message with { Change = Deaf(message.Change) });
                break;
            case Mutation.BelieveWhatWasTold:
                Wrap<ScopePushed>(topology, ScopeEndpoints.Scopes, (state, message, _) => state is ScopeData data ? message with { Change = data.Change } : message);
                Wrap<DigestsCompared>(topology, ScopeEndpoints.Comparisons, (_, message, _) => message with { Theirs = message.Ours, Differing = 0, Officers = [] });
                break;
            case Mutation.BlindComparison:
                Wrap<DigestsCompared>(topology, ScopeEndpoints.Comparisons, (_, message, _) => message with { Theirs = message.Ours, Differing = 0, Officers = [] });
                break;
            case Mutation.LoseTrackingEvents:
                Wrap<TrackingRead>(topology, ParcelEndpoints.Tracking, (_, message, _) => message with { Events = [.. message.Events.Take(1)] });
                break;
            case Mutation.BelieveEveryEventDelivers:
                Wrap<RecordTracking>(topology, ParcelEndpoints.Parcels, (_, message, _) => message with { Event = message.Event with { State = ParcelState.Delivered } });
                break;
            default:
                break;
        }
    }

    // Only its grants, and as if it had never known of anything else.
    private static ScopeChange Deaf(ScopeChange change)
    {
        var grants = change.Register.Words.Where(word => word.Granted).ToList();
        var known = grants.Aggregate(ScopeVector.Empty, (all, word) => all.With(word.Life, word.At));
        return change with { Register = new ScopeRegister(grants, ScopeVector.Empty, known) };
    }

    /// <summary>Has a saga see a message otherwise than it came.</summary>
    private static void Wrap<TMessage>(Topology topology, string endpoint, Func<object?, TMessage, Occasion, TMessage> change)
        where TMessage : class
    {
        var steps = (Dictionary<Type, SagaStep>)topology.Sagas[endpoint].Steps;
        var step = steps[typeof(TMessage)];
        steps[typeof(TMessage)] = step with
        {
            Decide = (state, message, occasion) => step.Decide(state, change(state, (TMessage)message, occasion), occasion),
        };
    }

    /// <summary>Has the order saga send some commands more or less often than it does.</summary>
    private static void SendOtherwise(Topology topology, Func<object, int> timesOf)
    {
        var steps = (Dictionary<Type, SagaStep>)topology.Sagas[PaymentEndpoints.Orders].Steps;
        foreach (var (message, step) in steps.ToList())
        {
            steps[message] = step with { Decide = (state, told, occasion) => Again(step.Decide(state, told, occasion)) };
        }

        Decision Again(Decision decision)
        {
            var effects = decision.Effects.SelectMany(effect => Enumerable.Repeat(effect, effect is SendEffect send ? timesOf(send.Command) : 1));
            var again = new Decision<OrderData>((OrderData)decision.StateObject).With(effects);
            return decision.Edge is { } edge ? again.Took(edge) : again;
        }
    }
}
