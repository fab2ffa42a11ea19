using DichVuCong.Gateway.Hosting;
using DichVuCong.Registries.Access;
using DichVuCong.Runtime.Hosting;
using Npgsql;

namespace DichVuCong.Gateway.Access;

/// <summary>Keeps the accounts in memory: a disabled account is refused within seconds, and no call waits for a look-up.</summary>
internal sealed class AccountWatcher(AccountStore store, AccountDirectory directory, TimeProvider time, ILogger<AccountWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _refused;

    /// <summary>Completes when the accounts are known.</summary>
    public Task Loaded => _loaded.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Startup.UntilTheDatabaseAnswersAsync(LoadAsync, time, logger, stoppingToken);
        _loaded.TrySetResult();
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LoadAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                GatewayLog.AccountsNotRead(logger, failure.GetType().Name);
            }
        }
    }

    private async Task<int> LoadAsync(CancellationToken cancellationToken)
    {
        var accounts = await store.LoadAsync(cancellationToken);
        directory.Replace(accounts);
        if (directory.Refused != _refused && directory.Refused > 0) GatewayLog.DevelopmentAccountsRefused(logger, directory.Refused);
        _refused = directory.Refused;
        return accounts.Count;
    }
}
