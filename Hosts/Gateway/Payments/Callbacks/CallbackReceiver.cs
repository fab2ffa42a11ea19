using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Payments;
using DichVuCong.Payments.Partners;
using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Doors;
using Npgsql;

namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>
/// Receives a partner's callback: from where, how much and how large is looked at before a byte of it is read, its signature before it is
/// understood, and nothing is acknowledged before it is durable.
/// </summary>
internal sealed class CallbackReceiver(
    PaymentPartners partners, CallbackDesk desk, PartnerDoor door, GatewayPaymentOptions options, TimeProvider time, ILogger<CallbackReceiver> logger)
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    public async Task<IResult> ReceiveAsync(string code, HttpContext context, CancellationToken cancellationToken)
    {
        if (partners.Find(code) is not { } partner) return CallbackEndpoints.Unknown();
        var call = await door.OpenAsync(code, partner.Door, context);
        if (call.Refusal is { } refusal) return refusal;
        if (call.MustWait) return Reply(partner, CallbackReading.Unread, new(CallbackOutcome.TransientFailure, ""));
        var request = CallbackRequests.Of(context.Request, call.Body, time.GetUtcNow());
        return partner.Form.Read(request) switch
        {
            CallbackReading.Verified verified => await TakeAsync(partner, verified, request, cancellationToken),
            CallbackReading.NotAPayment other => Reply(partner, other, new(CallbackOutcome.Accepted, "")),
            CallbackReading.Refused refused => Refuse(partner, refused),
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }

    private async Task<IResult> TakeAsync(
        PaymentPartner partner, CallbackReading.Verified reading, CallbackRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var patience = new CancellationTokenSource(options.CallbackPatience, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            var taken = await desk.TakeAsync(reading.Payment, request, both.Token);
            if (taken.Outcome is not (CallbackOutcome.Accepted or CallbackOutcome.Duplicate))
            {
                CallbackLog.Doubtful(logger, partner.Code, CallbackOutcomes.CodeOf(taken.Outcome), LoggedReference(reading.Payment));
            }

            return Reply(partner, reading, taken);
        }
        catch (Exception failure) when (failure is DoorBusyException or NpgsqlException or TimeoutException or NotReadyException)
        {
            CallbackLog.NotRecorded(logger, partner.Code, failure.GetType().Name);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            CallbackLog.NotRecorded(logger, partner.Code, "patience");
        }
        catch (DoorRejectedException failure)
        {
            CallbackLog.NotStorable(logger, partner.Code, failure.Constraint);
        }

        // What became of it is not known for sure: the partner sends it again, and the door knows what it said.
        return Reply(partner, reading, new(CallbackOutcome.TransientFailure, ""));
    }

    private PartnerReplyResult Refuse(PaymentPartner partner, CallbackReading.Refused refused)
    {
        CallbackLog.Refused(logger, partner.Code, CallbackOutcomes.CodeOf(refused.Outcome), refused.Fault.Code);
        return Reply(partner, refused, new(refused.Outcome, ""));
    }

    private static PartnerReplyResult Reply(PaymentPartner partner, CallbackReading reading, CallbackDesk.Taken taken) => new(
        partner.Form.Reply(reading, taken.Outcome, taken.Receipt), taken.Outcome == CallbackOutcome.TransientFailure ? ComeBack : null);

    /// <summary>Whatever stands there in place of a reference is somebody's text.</summary>
    private static string LoggedReference(PartnerPayment payment) =>
        Contracts.Payments.PaymentReference.TryParse(payment.OrderReference, out var reference) ? reference.Value : "-";
}
