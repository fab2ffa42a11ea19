using System.Security.Cryptography;
using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>
/// Makes what a partner told durable, and says what it came to. Money that came is never lost: a wrong amount and a contradiction go to the
/// order as well, which makes differences of them, and what names no order of ours is kept for the reconciliation.
/// </summary>
internal sealed class CallbackDesk(Door door, OrderLookup orders, GatewayPaymentOptions options, TimeProvider time)
{
    private const string StrangeCallback = "payment-callback";

    /// <summary>What a callback came to.</summary>
    /// <param name="Outcome">The outcome.</param>
    /// <param name="Receipt">Our number of what was recorded: the same for every repeat.</param>
    public readonly record struct Taken(CallbackOutcome Outcome, string Receipt);

    /// <summary>Records a payment that was proven to come from its partner.</summary>
    /// <exception cref="DoorBusyException">Nothing is known to be recorded.</exception>
    public async Task<Taken> TakeAsync(PartnerPayment payment, CallbackRequest request, CancellationToken cancellationToken)
    {
        if (!PaymentReference.TryParse(payment.OrderReference, out var reference)) return await TakeStrangeAsync(payment, request, cancellationToken);
        if (await orders.FindAsync(reference, cancellationToken) is not { } order)
        {
            return CouldBeOurs(reference, time.GetUtcNow())
                ? await TakeAsync(payment, reference, CallbackOutcome.Accepted, request, cancellationToken)
                : await TakeStrangeAsync(payment, request, cancellationToken);
        }

        var isWrong = payment.Result == PaymentResult.Paid && payment.Amount != order.Amount;
        return await TakeAsync(payment, reference, isWrong ? CallbackOutcome.AmountMismatch : CallbackOutcome.Accepted, request, cancellationToken);
    }

    /// <summary>
    /// Whether an order of that reference may still come to be known: it was made around now. The order's row is written with the answer that
    /// gives the reference out, so this is a race of seconds, or what a restore took back.
    /// </summary>
    private bool CouldBeOurs(PaymentReference reference, DateTimeOffset now)
    {
        var (day, today) = (PaymentReferenceDay.Of(reference), VietnamTime.DayOf(now));
        return day <= today.AddDays(1) && day >= today.AddDays(-options.UnknownOrderDays);
    }

    private async Task<Taken> TakeAsync(
        PartnerPayment payment, PaymentReference reference, CallbackOutcome outcome, CallbackRequest request, CancellationToken cancellationToken)
    {
        var identity = Hash(payment.Identity);
        var answer = await door.AcceptAsync(CallOf(identity, payment, reference, outcome, request), cancellationToken);
        if (answer.Verdict == DoorVerdict.Conflict)
        {
            // The order compares the two tellings; each contradiction is told to it once.
            var other = Hash($"conflict|{payment.Identity}|{payment.ContentHash}");
            await door.AcceptAsync(CallOf(other, payment, reference, CallbackOutcome.AmountMismatch, request), cancellationToken);
            return new Taken(CallbackOutcome.AmountMismatch, ReceiptOf(identity));
        }

        var said = (CallbackOutcome)answer.Answer[0];
        return new Taken(answer.Verdict == DoorVerdict.SameAgain && said == CallbackOutcome.Accepted ? CallbackOutcome.Duplicate : said, ReceiptOf(identity));
    }

    /// <summary>Keeps what names no order of ours. A repeat of a transaction that was taken before may come without its order.</summary>
    private async Task<Taken> TakeStrangeAsync(PartnerPayment payment, CallbackRequest request, CancellationToken cancellationToken)
    {
        var identity = Hash(payment.Identity);
        if (payment.IsNumberedAlone && await door.RecallAsync(IdentityOf(identity, payment), cancellationToken) is { } earlier)
        {
            var isSame = earlier.Verdict == DoorVerdict.SameAgain && (CallbackOutcome)earlier.Answer[0] == CallbackOutcome.Accepted;
            return new Taken(isSame ? CallbackOutcome.Duplicate : CallbackOutcome.AmountMismatch, ReceiptOf(identity));
        }

        // Under an identity of its own: when the order is known after all, the same telling is still new to it.
        await door.AcceptAsync(
            new DoorCall
            {
                Identity = IdentityOf(Hash($"unknown|{payment.Identity}|{payment.OrderReference}"), payment),
                Answer = [(byte)CallbackOutcome.UnknownOrder],
                Records = [new KeepRawBody(Guid.CreateVersion7(request.ReceivedAt), payment.Partner, StrangeCallback, "unknown-order", BytesOf(request))],
                ContentBytes = BytesOf(request).Length,
            },
            cancellationToken);
        return new Taken(CallbackOutcome.UnknownOrder, "");
    }

    private static DoorCall CallOf(
        byte[] identity, PartnerPayment payment, PaymentReference reference, CallbackOutcome outcome, CallbackRequest request) => new()
        {
            Identity = IdentityOf(identity, payment),
            Answer = [(byte)outcome],
            ContentBytes = BytesOf(request).Length,
            Messages =
        [
            new DoorMessage(
                new RecordPayment(
                    reference, payment.Partner, payment.TransactionNo.Length == 0 ? null : payment.TransactionNo, payment.Result, payment.Amount,
                    PaymentSource.Callback, payment.PaidAt, BankDate: null),
                PaymentFlow.Shared),
        ],
            Records =
        [
            new KeepCallback(
                Guid.CreateVersion7(request.ReceivedAt), payment.Partner, reference, payment.Identity, Convert.FromHexString(payment.ContentHash),
                payment.KeyId, ReceiptOf(identity), CallbackOutcomes.CodeOf(outcome), BytesOf(request)),
        ],
        };

    private static CallIdentity IdentityOf(byte[] identity, PartnerPayment payment) =>
        new(PaymentEndpoints.Callbacks, identity, Convert.FromHexString(payment.ContentHash));

    /// <summary>What was proven: the body, or the query of a call that has none.</summary>
    private static ReadOnlyMemory<byte> BytesOf(CallbackRequest request) => request.Body.Length > 0 ? request.Body : request.Query;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string ReceiptOf(byte[] identity) => "GN" + Convert.ToHexString(identity.AsSpan(0, 10));
}
