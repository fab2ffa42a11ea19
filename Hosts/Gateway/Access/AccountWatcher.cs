using DichVuCong.Gateway.Hosting;
using DichVuCong.Registries.Access;
using DichVuCong.Runtime.Hosting;
using Npgsql;

namespace DichVuCong.Gateway.Access;

/// <summary>
/// Keeps the accounts in memory, so that no call waits for a look-up: what is disabled or revoked is told by the database at once and refused
/// some milliseconds later. Whether somebody told or not, all are read anew every two seconds.
/// </summary>
internal sealed class AccountWatcher(
    AccountStore store, AccountDirectory directory, RuntimeDatabase database, TimeProvider time, ILogger<AccountWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _reading = new(1, 1);

    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _refused;

    /// <summary>Completes when the accounts are known.</summary>
    public Task Loaded => _loaded.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Startup.UntilTheDatabaseAnswersAsync(LoadAsync, time, logger, stoppingToken);
        _loaded.TrySetResult();
        await Task.WhenAll(LookAsync(stoppingToken), ListenAsync(stoppingToken));
    }

    public override void Dispose()
    {
        _reading.Dispose();
        base.Dispose();
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken)) await TryAsync(LoadAsync, cancellationToken);
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await TryAsync(HearAsync, cancellationToken);
            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    /// <summary>Hears what changes until the connection ends.</summary>
    private async Task<int> HearAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Dedicated.OpenConnectionAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"listen {AccountStore.Channel}", connection)) await listen.ExecuteNonQueryAsync(cancellationToken);
        while (true)
        {
            // What was changed before the first word was listened for is read too.
            await LoadAsync(cancellationToken);
            await connection.WaitAsync(cancellationToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task<int>> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException)
        {
            GatewayLog.AccountsNotRead(logger, failure.GetType().Name);
        }
    }

    // One at a time: what was read earlier must never replace what was read later.
    private async Task<int> LoadAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        var accounts = await store.LoadAsync(cancellationToken);
        directory.Replace(accounts);
        if (directory.Refused != _refused && directory.Refused > 0) GatewayLog.DevelopmentAccountsRefused(logger, directory.Refused);
        _refused = directory.Refused;
        return accounts.Count;
    }
}
