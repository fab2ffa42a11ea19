using System.Text.Json;

namespace DichVuCong.Faults.Load.Payments;

/// <summary>One obligation from beginning to end: stated, perhaps repeated or contradicted, and its orders paid, or not.</summary>
/// <param name="number">Its number.</param>
/// <param name="made">What is stated.</param>
/// <param name="story">What is done about its orders.</param>
/// <param name="calls">The calls to the Gateway.</param>
/// <param name="payers">The citizens.</param>
/// <param name="random">Decides the details.</param>
/// <param name="time">The clock.</param>
internal sealed class ObligationStory(
    int number, MadeObligation made, PayerStory story, PaymentCalls calls, Payers payers, Random random, TimeProvider time)
{
    private const double RepeatShare = 0.2;
    private const double ChangeShare = 0.1;
    private const int MostTries = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Tells it.</summary>
    /// <param name="acting">When people stop doing new things.</param>
    public async Task TellAsync(CancellationToken acting)
    {
        var stated = await calls.StateAsync(number, PaymentPurpose.State, made, mayBeTooLate: story == PayerStory.Late);
        if (!stated.IsAccepted) return;
        if (random.NextDouble() < RepeatShare)
        {
            await PauseAsync(2, acting);
            await calls.StateAsync(number, PaymentPurpose.Repeat, made, mayBeTooLate: false);
        }

        if (random.NextDouble() < ChangeShare)
        {
            var line = made.Body["lines"]![0]!.AsObject();
            line["amountVnd"] = line["amountVnd"]!.GetValue<long>() + 1;
            await calls.StateAsync(number, PaymentPurpose.Change, made, mayBeTooLate: false);
        }

        foreach (var (order, index) in AnsweredOrder.In(stated.Body).Select((order, index) => (order, index)))
        {
            await PauseAsync(1, acting);
            await PayAsync(order, SandboxBanks.All[(number + index) % SandboxBanks.All.Count], acting);
        }
    }

    private Task PayAsync(AnsweredOrder order, string partner, CancellationToken acting) => story switch
    {
        PayerStory.Usual => VisitAsync(order, partner, acting),
        PayerStory.Again => AgainAsync(order, acting),
        PayerStory.Both => BothAsync(order, acting),
        PayerStory.Short => ShortAsync(order, acting),
        PayerStory.Excess => payers.TransferAsync(Transferring(), order, order.Amount + 1_000, acting),
        PayerStory.AfterCancelling => AfterCancellingAsync(order, acting),
        PayerStory.Late => LateAsync(order, acting),
        PayerStory.Refunded => RefundedAsync(order, partner, acting),
        _ => Task.CompletedTask,
    };

    /// <summary>A link that the bank refuses is asked for again; a partner that refuses the order is left for another.</summary>
    private async Task VisitAsync(AnsweredOrder order, string partner, CancellationToken acting)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var call = await calls.PayAsync(number, order, partner);
            if (call.Status is 200 or 201 && await OpenAsync(call.Body, acting)) return;
            if (call.Status == 409) return;
            if (call.Status == 422) partner = SandboxBanks.After(partner);
            await PauseAsync(2, acting);
        }
    }

    private async Task<bool> OpenAsync(string answer, CancellationToken acting)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("paymentUrl", out var url)
            ? await payers.OpenAsync(new Uri(url.GetString()!), acting)
            : await payers.ScanAsync(document.RootElement.GetProperty("qr").GetString()!, acting);
    }

    private async Task AgainAsync(AnsweredOrder order, CancellationToken acting)
    {
        var bank = Transferring();
        await VisitAsync(order, bank, acting);
        await UntilAsync(order, IsPaid, acting);
        await payers.TransferAsync(bank, order, order.Amount, acting);
    }

    private async Task BothAsync(AnsweredOrder order, CancellationToken acting)
    {
        await VisitAsync(order, SandboxBanks.Vnpay, acting);
        await VisitAsync(order, SandboxBanks.VietQr, acting);
    }

    /// <summary>At another bank the second time: there the reference stands for an order of the amount that was typed.</summary>
    private async Task ShortAsync(AnsweredOrder order, CancellationToken acting)
    {
        await payers.TransferAsync(SandboxBanks.VietQr, order, order.Amount - 1, acting);
        await PauseAsync(3, acting);
        await VisitAsync(order, SandboxBanks.Mb, acting);
    }

    private async Task AfterCancellingAsync(AnsweredOrder order, CancellationToken acting)
    {
        await calls.CancelAsync(number, made);
        await PauseAsync(2, acting);
        await payers.TransferAsync(Transferring(), order, order.Amount, acting);
    }

    private async Task LateAsync(AnsweredOrder order, CancellationToken acting)
    {
        await UntilAsync(order, state => state == "expired", acting);
        await payers.TransferAsync(Transferring(), order, order.Amount, acting);
    }

    private async Task RefundedAsync(AnsweredOrder order, string partner, CancellationToken acting)
    {
        await VisitAsync(order, partner, acting);
        if (!await UntilAsync(order, IsPaid, acting)) return;
        var amount = random.Next(2) == 0 ? order.Amount : order.Amount / 2;
        await calls.DecideAsync(number, order, amount, made.Token);
        if (random.Next(2) == 0) await calls.DecideAsync(number, order, amount, made.Token);
    }

    private async Task<bool> UntilAsync(AnsweredOrder order, Func<string, bool> isSo, CancellationToken acting)
    {
        for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < Patience;)
        {
            if (await calls.StateOfAsync(order, acting) is { } state && isSo(state)) return true;
            await Task.Delay(Look, time, acting);
        }

        return false;
    }

    private static bool IsPaid(string state) => state is "paid" or "settled";

    private string Transferring() => SandboxBanks.WithTransfers[random.Next(SandboxBanks.WithTransfers.Count)];

    private Task PauseAsync(double seconds, CancellationToken acting) =>
        Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * seconds), time, acting);
}
