using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Runtime.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Registries.Hosting;

/// <summary>
/// Keeps the catalogue in memory, loads it again when its version changes, and hands it to whoever makes something of it. A catalogue that
/// cannot be used - a calendar that contradicts itself - leaves the one before in place, and says so.
/// </summary>
public sealed class CatalogueWatcher(
    CatalogueStore store, IEnumerable<ICatalogueUser> users, TimeProvider time, ILogger<CatalogueWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _version = -1;
    private int _unusable = -1;

    /// <summary>Completes when a catalogue is in use.</summary>
    public Task Loaded => _loaded.Task;

    /// <summary>The version in use; -1 before the first.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>Looks now, instead of at the next turn.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var version = await store.VersionAsync(cancellationToken);
        if (version == _version || version == _unusable) return;
        try
        {
            var data = await store.LoadAsync(cancellationToken);
            foreach (var user in users) await user.UseAsync(data, cancellationToken);
            Volatile.Write(ref _version, data.Version);
            _unusable = -1;
            WatcherLog.InUse(logger, data.Version, data.Procedures.Count, data.Agencies.Count, data.Systems.Count);
            _loaded.TrySetResult();
        }
        catch (ArgumentException)
        {
            // It would be no better at the next turn. What a failure of the database cut short is not known to be bad, and is read again.
            _unusable = version;
            throw;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Startup.UntilTheDatabaseAnswersAsync(
            async token =>
            {
                await TryLookAsync(token);
                return true;
            },
            time, logger, stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryLookAsync(stoppingToken);
    }

    private async Task TryLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException && _loaded.Task.IsCompleted)
        {
            WatcherLog.NotRead(logger, failure.GetType().Name);
        }
        catch (ArgumentException failure)
        {
            WatcherLog.NotUsable(logger, failure.Message);
        }
    }
}

/// <summary>Makes something of the catalogue: calendars, an index, the partners' lines.</summary>
public interface ICatalogueUser
{
    /// <summary>Takes a new catalogue into use, whole.</summary>
    /// <exception cref="ArgumentException">It cannot be used; the one before stays.</exception>
    Task UseAsync(CatalogueData data, CancellationToken cancellationToken);
}

/// <summary>What the watcher logs.</summary>
internal static partial class WatcherLog
{
    [LoggerMessage(2001, LogLevel.Information, "Catalogue version {Version} is in use: {Procedures} procedures, {Agencies} agencies, {Systems} systems")]
    public static partial void InUse(ILogger logger, int version, int procedures, int agencies, int systems);

    [LoggerMessage(2002, LogLevel.Warning, "The catalogue could not be read ({Kind}); the one in use stays")]
    public static partial void NotRead(ILogger logger, string kind);

    [LoggerMessage(2003, LogLevel.Error, "The catalogue cannot be used, the one before stays: {Reason}")]
    public static partial void NotUsable(ILogger logger, string reason);
}
