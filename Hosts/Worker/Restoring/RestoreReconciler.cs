using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Hosting;
using DichVuCong.Registries.Restoring;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Restoring;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Worker.Restoring;

/// <summary>
/// After a restore: every dossier that has not ended is asked about, once, at the pace that the partners' lines allow. What the agencies
/// reported and we acknowledged before the disaster will not come again by itself.
/// </summary>
internal sealed class RestoreReconciler(
    OpenDossiers dossiers, EarlierMessages messages, OneStopDirectory systems, CatalogueWatcher catalogue, TimeProvider time,
    ILogger<RestoreReconciler> logger) : BackgroundService
{
    /// <summary>Questions under way at once, over all agencies: enough to keep every line busy, few beside the day's work.</summary>
    private const int MostOutstanding = 2000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await catalogue.Loaded.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                while (await dossiers.TakePageAsync(MostOutstanding, CanBeAsked, AppendAsync, stoppingToken))
                {
                    // The next page.
                }
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                WorkerLog.ReconcilingInterrupted(logger, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private bool CanBeAsked(string system) => systems.Find(system) is { LookupPath: not null };

    private Task AppendAsync(NpgsqlBatch batch, int restore, DateTimeOffset restoredTo, IReadOnlyList<OpenDossier> asked) => messages.AppendAsync(
        batch, [.. asked.Select(dossier => new DoorMessage(new ReconcileDossier(dossier.Code, restore), dossier.Flow))], restoredTo, CancellationToken.None);
}
