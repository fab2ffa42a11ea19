using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Hosting;

namespace DichVuCong.Worker;

/// <summary>Whether the worker works: what it counts with is loaded, its lanes and lines run, and the database answers.</summary>
internal sealed class WorkerHealth(CatalogueWatcher catalogue, RuntimeHost runtime, RuntimeDatabase database)
{
    /// <summary>What it waits for; null when it works.</summary>
    public async Task<string?> WaitingForAsync(CancellationToken cancellationToken)
    {
        if (!catalogue.Loaded.IsCompletedSuccessfully) return "catalogue";
        if (!runtime.Ready.IsCompletedSuccessfully || runtime.ExecuteTask is { IsCompleted: true }) return "runtime";
        return await DatabaseHealth.AnswersAsync(database, cancellationToken) ? null : "database";
    }
}
