using DichVuCong.Registries.Operations.Overview;
using Npgsql;

namespace DichVuCong.Operations.Pages.Overview;

/// <summary>Has a sample taken a few times a minute; the first host of a minute keeps it.</summary>
internal sealed partial class SampleTaker(FlowSamples samples, TimeProvider time, ILogger<SampleTaker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await samples.TakeAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                NotTaken(logger, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(7101, LogLevel.Warning, "The sample of this minute could not be taken ({Kind})")]
    private static partial void NotTaken(ILogger logger, string kind);
}
