using System.Collections.Concurrent;
using System.Text.Json;
using DichVuCong.Cli.Load.Portal;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Cli.Load.Payments;

/// <summary>What happened to the fees of a dossier.</summary>
/// <param name="At">When.</param>
/// <param name="Dossier">The dossier.</param>
/// <param name="Reference">The order.</param>
/// <param name="Amount">How much.</param>
/// <param name="Partner">Where it is paid.</param>
/// <param name="IsPaid">Whether it is paid; else the citizen was given his link or code.</param>
internal sealed record FeeStep(DateTimeOffset At, string Dossier, string Reference, Vnd Amount, string Partner, bool IsPaid);

/// <summary>
/// The portal's part in fees: it sees on the dossier what is to be paid, has the citizen choose a partner, and watches the order until it is paid.
/// </summary>
internal sealed class FeePayer(PaymentClient gateway, BankClient banks, IReadOnlyList<string> partners, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<string, bool> _begun = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>Called for each link that is given and each payment.</summary>
    public Action<FeeStep>? OnStep { get; set; }

    /// <summary>Whether a step of a dossier asks for money.</summary>
    public static bool IsAsked(Step step) => step.State == DossierState.PaymentRequested;

    /// <summary>Pays what a dossier costs; ends when it is paid, or nobody pays it.</summary>
    public async Task PayAsync(string dossier, CancellationToken cancellationToken)
    {
        // The feed tells everything at least once.
        if (!_begun.TryAdd(dossier, true)) return;
        var end = time.GetUtcNow() + Longest;
        // An agency may tell the status without listing fees: then there is nothing to pay here.
        foreach (var order in await OrdersAsync(dossier, end, cancellationToken))
        {
            var reference = order.GetProperty("reference").GetString()!;
            var partner = partners[Interlocked.Increment(ref _next) % partners.Count];
            var given = await gateway.PayAsync(reference, partner, cancellationToken);
            if (!given.IsTaken) continue;
            var amount = new Vnd(order.GetProperty("amountVnd").GetInt64());
            OnStep?.Invoke(new FeeStep(time.GetUtcNow(), dossier, reference, amount, partner, IsPaid: false));
            if (given.Body.TryGetProperty("paymentUrl", out var url)) await banks.OpenAsync(new Uri(url.GetString()!), cancellationToken);
            else await banks.ScanAsync(given.Body.GetProperty("qr").GetString()!, given.Body.GetProperty("expiresAt").GetDateTimeOffset(), cancellationToken);
            while (time.GetUtcNow() < end)
            {
                if ((await gateway.OrderAsync(reference, cancellationToken)).IsPaid)
                {
                    OnStep?.Invoke(new FeeStep(time.GetUtcNow(), dossier, reference, amount, partner, IsPaid: true));
                    break;
                }

                await Task.Delay(Look, time, cancellationToken);
            }
        }
    }

    /// <summary>The orders of a dossier: what it costs follows its status within moments.</summary>
    private async Task<IReadOnlyList<JsonElement>> OrdersAsync(string dossier, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var soon = time.GetUtcNow() + TimeSpan.FromSeconds(20);
        while (time.GetUtcNow() < (soon < end ? soon : end))
        {
            var answer = await gateway.DossierAsync(dossier, cancellationToken);
            if (answer.IsTaken && answer.Body.TryGetProperty("payments", out var payments) && payments.GetArrayLength() > 0)
            {
                return [.. payments.EnumerateArray().SelectMany(payment => payment.GetProperty("orders").EnumerateArray())];
            }

            await Task.Delay(Look, time, cancellationToken);
        }

        return [];
    }
}
