using System.Collections.Concurrent;
using System.Globalization;
using DichVuCong.Contracts;

namespace DichVuCong.Cli.Load.Payments;

/// <summary>A dossier of which obligations are stated.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Token">The token of the system that states them.</param>
/// <param name="Account">The account to which its agency's fees go.</param>
internal sealed record PayingDossier(string Code, string Token, string Account);

/// <summary>States obligations and plays their payers.</summary>
internal sealed class PaymentDriver(
    PaymentClient gateway, BankClient banks, IReadOnlyList<PayingDossier> dossiers, PayingDossier ministry, string run, TimeProvider time)
{
    /// <summary>How long an order lives whose payer is late.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Long = TimeSpan.FromDays(10);

    private readonly ConcurrentBag<StatedOrder> _stated = [];
    private readonly ConcurrentDictionary<string, int> _refused = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Task> _late = [];
    private int _submitted;

    /// <summary>The orders.</summary>
    public IReadOnlyList<StatedOrder> Stated => [.. _stated];

    /// <summary>What was refused, with how often.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    /// <summary>Obligations that were posted.</summary>
    public int Submitted => _submitted;

    /// <summary>States and pays all of them; those that are paid late are waited for.</summary>
    public async Task RunAsync(PaymentPlan plan, IEnumerable<PaymentDraw> draws, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        await Parallel.ForEachAsync(
            draws,
            new ParallelOptions { MaxDegreeOfParallelism = plan.Concurrency, CancellationToken = cancellationToken },
            async (draw, token) =>
            {
                if (plan.Rate is { } rate)
                {
                    var wait = TimeSpan.FromSeconds((draw.Number - 1) / rate) - time.GetElapsedTime(began);
                    if (wait > TimeSpan.Zero) await Task.Delay(wait, time, token);
                }

                await OneAsync(draw, token);
            });
        await Task.WhenAll(_late);
    }

    private async Task OneAsync(PaymentDraw draw, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _submitted);
        var order = draw.IsInit ? await InitAsync(draw, cancellationToken) : await StateAsync(draw, cancellationToken);
        if (order is null) return;
        _stated.Add(order);
        switch (draw.Payer)
        {
            case PayerPlan.Never:
                break;
            case PayerPlan.Late:
                _late.Add(PayLateAsync(order, cancellationToken));
                break;
            case PayerPlan.Twice:
                // Both links are asked for before either payment is known.
                await Task.WhenAll(PayAsync(order, draw.Partner, cancellationToken), PayAsync(order, draw.Other, cancellationToken));
                break;
            default:
                await PayAsync(order, draw.Partner, cancellationToken);
                break;
        }
    }

    private async Task<StatedOrder?> StateAsync(PaymentDraw draw, CancellationToken cancellationToken)
    {
        var dossier = dossiers[draw.Number % dossiers.Count];
        var expiresAt = time.GetUtcNow() + (draw.Payer == PayerPlan.Late ? Short : Long);
        var answer = await gateway.StateAsync(
            dossier.Token,
            new
            {
                obligationId = string.Create(CultureInfo.InvariantCulture, $"{run}-{draw.Number}"),
                dossierCode = dossier.Code,
                expiresAt = VietnamTime.Local(expiresAt).ToString("O", CultureInfo.InvariantCulture),
                payer = new { fullName = "Người nộp thử nghiệm" },
                lines = draw.Amounts.Select((amount, index) => new
                {
                    kind = index == 0 ? "fee" : "charge",
                    code = index == 0 ? "P01" : "LP01",
                    name = index == 0 ? "Phí thẩm định (thử nghiệm)" : "Lệ phí (thử nghiệm)",
                    amountVnd = amount,
                    beneficiaryAccount = dossier.Account,
                }),
            },
            cancellationToken);
        if (answer.IsTaken)
        {
            var reference = answer.Body.GetProperty("orders")[0].GetProperty("reference").GetString()!;
            return new StatedOrder(draw, reference, draw.Amounts.Sum(), dossier.Account, expiresAt);
        }

        Refuse(answer.Problem);
        return null;
    }

    private async Task<StatedOrder?> InitAsync(PaymentDraw draw, CancellationToken cancellationToken)
    {
        var reference = string.Create(CultureInfo.InvariantCulture, $"{run}-{draw.Number}");
        var init = new
        {
            reference,
            dossier = reference,
            agency = ministry.Code,
            account = ministry.Account,
            bank = Registries.Payments.Accounts.DevelopmentAgencyAccounts.Bank,
            charge = draw.Amounts[0],
            fee = draw.Amounts.Skip(1).Sum(),
        };
        if (await banks.InitAsync(init, cancellationToken) is { } order)
        {
            return new StatedOrder(draw, order, draw.Amounts.Sum(), ministry.Account, DateTimeOffset.MaxValue, reference);
        }

        Refuse("INIT");
        return null;
    }

    private async Task PayAsync(StatedOrder order, string partner, CancellationToken cancellationToken)
    {
        var answer = await gateway.PayAsync(order.Reference, partner, cancellationToken);
        if (!answer.IsTaken)
        {
            // An order that another payment has paid in the meantime takes no more: that is right.
            if (answer.Status != System.Net.HttpStatusCode.Conflict) Refuse($"pay {partner}: {answer.Problem}");
            return;
        }

        if (answer.Body.TryGetProperty("paymentUrl", out var url)) await banks.OpenAsync(new Uri(url.GetString()!), cancellationToken);
        else await banks.ScanAsync(answer.Body.GetProperty("qr").GetString()!, order.ExpiresAt, cancellationToken);
    }

    private async Task PayLateAsync(StatedOrder order, CancellationToken cancellationToken)
    {
        var wait = order.ExpiresAt.AddSeconds(2) - time.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
        await banks.TransferAsync(order.Draw.Partner, order.Reference, order.Amount, order.Account, cancellationToken);
    }

    private void Refuse(string why) => _refused.AddOrUpdate(why, 1, static (_, count) => count + 1);
}
