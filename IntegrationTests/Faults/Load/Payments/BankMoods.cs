using DichVuCong.Faults.Plan;
using DichVuCong.Faults.Processes;

namespace DichVuCong.Faults.Load.Payments;

/// <summary>
/// The banks are never quite well: each has another of the Sandbox's modes every few seconds, all through the run and beside the faults of the
/// plan, so that callbacks are lost, come ten times or with another amount in a run of any length. A mode ends by itself.
/// </summary>
internal sealed class BankMoods(SandboxControl sandbox, int seed, TimeProvider time)
{
    private const int Seconds = 6;

    private static readonly (string Mode, double Share, int? DelayMs)[] Modes =
    [
        ("lose-callback", 0.6, null), ("ten-times", 0.6, null), ("bad-signature", 0.5, null), ("pending-thrice", 0.5, null),
        ("amount-changed", 0.2, null), ("callback-amount", 0.2, null), ("refund-rejected", 0.5, null),
        ("refund-timeout", 0.5, 3_000), ("server-error", 0.3, null),
        ("server-error-after", 0.4, null), ("cut-after", 0.4, null), ("cut-in-answer", 0.4, null), ("wrong-json", 0.3, null), ("too-many", 0.3, null),
        ("slow", 0.5, 1_500),
    ];

    /// <summary>Sets them until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        try
        {
            while (true)
            {
                foreach (var bank in SandboxBanks.All)
                {
                    var (mode, share, delay) = Modes[random.Next(Modes.Length)];
                    await SetAsync(new PartnerMisdeed($"bank:{bank}", mode, share, delay), cancellationToken);
                }

                await Task.Delay(TimeSpan.FromSeconds(Seconds), time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task SetAsync(PartnerMisdeed mood, CancellationToken cancellationToken)
    {
        try
        {
            await sandbox.BreakForAsync(mood, Seconds, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The Sandbox itself is down or frozen, for a fault; its banks have another mood next time.
        }
    }
}
