using DichVuCong.Identity.Settings;
using DichVuCong.Registries.Identity;
using Npgsql;

namespace DichVuCong.Gateway.Identity;

/// <summary>Writes every two seconds how the sources do, and takes away every minute what has had its time.</summary>
internal sealed class IdentityHousekeeping(
    PartnerPulse pulse, IdentityKeeping keeping, IdentitySettings settings, TimeProvider time, ILogger<IdentityHousekeeping> logger) : BackgroundService
{
    private const int BeatsToSweep = 30;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var missing in settings.NotConfigured) IdentityLog.NotConfigured(logger, missing);
        using var timer = new PeriodicTimer(Beat, time);
        for (var beat = 1; await timer.WaitForNextTickAsync(stoppingToken); beat++)
        {
            try
            {
                await pulse.FlushAsync(stoppingToken);
                if (beat % BeatsToSweep == 0) await keeping.SweepAsync(time.GetUtcNow(), settings.Tickets.KeptFor, stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                // The next beat does it; the readiness of the gateway tells about the database.
                IdentityLog.HousekeepingLate(logger, failure.GetType().Name);
            }
        }
    }
}

/// <summary>What is logged about identity: never who.</summary>
internal static partial class IdentityLog
{
    [LoggerMessage(4101, LogLevel.Warning, "Not configured: {What}")]
    public static partial void NotConfigured(ILogger logger, string what);

    [LoggerMessage(4102, LogLevel.Warning, "What has had its time was not taken away, or figures of sources not written ({Kind}); it is tried again")]
    public static partial void HousekeepingLate(ILogger logger, string kind);

    [LoggerMessage(4103, LogLevel.Warning, "A sign-in with {Source} ended: {Answer}")]
    public static partial void SignInEnded(ILogger logger, string source, string answer);

    [LoggerMessage(4104, LogLevel.Error, "{Source} refuses our account, key or address, or does not answer as agreed: {Answer}")]
    public static partial void SourceNeedsSomebody(ILogger logger, string source, string answer);
}
