using DichVuCong.Runtime.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Registries.Operations.Sagas;

/// <summary>Takes a census every while: every minute, or less often where it takes long, so that it never costs more than a twentieth of a connection.</summary>
public sealed class CensusKeeper(CensusTaker taker, TimeProvider time, ILogger<CensusKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private const int TimesItsOwn = 20;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Startup.UntilTheDatabaseAnswersAsync(
            async token =>
            {
                await taker.TakeAsync(token);
                return true;
            },
            time, logger, stoppingToken);
        for (var pause = Shortest; ;)
        {
            await Task.Delay(pause, time, stoppingToken);
            var began = time.GetTimestamp();
            try
            {
                await taker.TakeAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                CensusLog.NotTaken(logger, failure.GetType().Name);
            }

            var took = time.GetElapsedTime(began) * TimesItsOwn;
            pause = took > Shortest ? took : Shortest;
        }
    }
}

/// <summary>What the keeper of the census logs.</summary>
internal static partial class CensusLog
{
    [LoggerMessage(7101, LogLevel.Warning, "The sagas could not be counted ({Kind}); the last census stays")]
    public static partial void NotTaken(ILogger logger, string kind);
}
