using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Problems;
using DichVuCong.Payments;
using DichVuCong.Payments.Partners;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Gateway.Payments.Orders;

/// <summary>
/// Gives a citizen what he needs to pay. That an attempt was begun is durable before the link is shown: from then on the partner is asked
/// when it does not call. The same attempt is given again while its link lives and nobody has said that it failed.
/// </summary>
internal sealed class PayDesk(Door door, PaymentPartners partners, TimeProvider time)
{
    /// <summary>Attempts, recognised at the door by the order, the partner and the attempt before: two calls at once begin one.</summary>
    public const string Entrance = "payment-attempts";

    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);
    private static readonly byte[] NoContent = [0];

    /// <summary>What came of it: a link, or the refusal.</summary>
    /// <param name="Link">The link.</param>
    /// <param name="Refusal">Why there is none.</param>
    public readonly record struct Started(PaymentLink? Link, IResult? Refusal);

    /// <summary>Starts a payment, or gives the one that is open.</summary>
    /// <param name="details">The order.</param>
    /// <param name="code">The partner that the citizen chose.</param>
    /// <param name="payer">The payer's address on the network.</param>
    /// <param name="account">The account that asks.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    public async Task<Started> StartAsync(OrderDetails details, string? code, IPAddress payer, string account, CancellationToken cancellationToken)
    {
        var (order, now) = (details.Order, time.GetUtcNow());
        if (OrderProblems.OverOf(order.State, order.ExpiresAt, now) is { } over) return new(null, new ProblemResult(over));
        if (code is null || partners.Find(code) is not { } partner)
        {
            return new(null, new ProblemResult(OrderProblems.UnknownPartner(partners.All.Select(one => one.Code))));
        }

        var asked = PayableOf(details, payer);
        var last = details.Attempts.LastOrDefault(attempt => attempt.Partner == code);
        if (last is not null && !(order.State == OrderState.Failed && order.Since >= last.StartedAt))
        {
            var again = await partner.StartAsync(asked, last.StartedAt, cancellationToken);
            if (again is PartnerAnswer<PaymentLink>.Done { Value: { } open } && open.ExpiresAt > now) return new(open, null);
        }

        var answer = await partner.StartAsync(asked, now, cancellationToken);
        if (answer is not PartnerAnswer<PaymentLink>.Done { Value: { } link }) return new(null, RefusalOf(answer, partner));
        var started = await BeginAsync(order.Reference, partner, last, link.StartedAt, account, cancellationToken);
        if (started == link.StartedAt) return new(link, null);
        // Another call was quicker: its attempt is the one.
        return await partner.StartAsync(asked, started, cancellationToken) is PartnerAnswer<PaymentLink>.Done { Value: { } first }
            ? new(first, null)
            : new(null, new ProblemResult(OrderProblems.PartnerAway(partner.Name), ComeBack));
    }

    private async Task<DateTimeOffset> BeginAsync(
        PaymentReference reference, PaymentPartner partner, AttemptRow? last, DateTimeOffset startedAt, string account, CancellationToken cancellationToken)
    {
        var answer = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(answer, startedAt.ToUnixTimeSeconds());
        var after = last is null ? "" : last.StartedAt.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var verdict = await door.AcceptAsync(
            new DoorCall
            {
                Identity = new CallIdentity(Entrance, SHA256.HashData(Encoding.UTF8.GetBytes($"{reference}\n{partner.Code}\n{after}")), NoContent),
                Answer = answer,
                Records = [new KeepAttempt(reference, partner.Code, startedAt, account)],
                Messages = [new DoorMessage(new StartPayment(reference, partner.Code, startedAt), PaymentFlow.Shared)],
            },
            cancellationToken);
        return WholeSeconds.Of(DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(verdict.Answer)));
    }

    private static PayableOrder PayableOf(OrderDetails details, IPAddress payer) => new()
    {
        Reference = details.Order.Reference,
        Amount = details.Order.Amount,
        Beneficiary = details.Order.Beneficiary,
        // The reference and not the dossier's code: payers' banks show it to anybody, and no name of a person is in it.
        Description = $"Nop phi, le phi {details.Order.Reference}",
        ExpiresAt = details.Order.ExpiresAt,
        PayerIp = payer,
        IsOfInit = StatedByPlatform.Is(details.Order),
    };

    private static ProblemResult RefusalOf(PartnerAnswer<PaymentLink> answer, PaymentPartner partner) =>
        answer is PartnerAnswer<PaymentLink>.Refused
            ? new ProblemResult(OrderProblems.PartnerRefused(partner.Name))
            : new ProblemResult(OrderProblems.PartnerAway(partner.Name), ComeBack);
}
