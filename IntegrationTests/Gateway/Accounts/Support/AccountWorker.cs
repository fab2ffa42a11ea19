using System.Collections.Concurrent;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Messaging;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Gateway.Tests.Accounts.Support;

/// <summary>Runs the sagas of accounts on a gateway's database in this process; one-stop systems take everything, or refuse what a test says.</summary>
internal sealed class AccountWorker : IAsyncDisposable
{
    private readonly RuntimeDatabase _connections;
    private readonly RuntimeHost _host;

    private AccountWorker(GatewayFixture gateway)
    {
        _connections = new RuntimeDatabase(gateway.Database.ConnectionString);
        var topology = new Topology().AddAccounts(new AccountRules()).AddAccountDoorRecords()
            .Partner(new PartnerDefinition("onestop-accounts").Operation(new Takes(this), command => command.System));
        _host = new RuntimeHost(
            _connections, topology, new LiveCalendars(gateway.Services.GetRequiredService<LiveCatalogue>()),
            [new AccountRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new AccountFeedRecorder()],
            new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System, NullLogger<RuntimeHost>.Instance);
    }

    /// <summary>What went to one-stop systems.</summary>
    public ConcurrentQueue<PushAccount> Pushed { get; } = new();

    /// <summary>What a system says to a push; null for taking it.</summary>
    public Func<PushAccount, string?> Refuses { get; set; } = _ => null;

    public static async Task<AccountWorker> StartAsync(AccountGateway gateway)
    {
        var worker = new AccountWorker(gateway.Gateway);
        await new LineDirectory(worker._connections.Pooled).DeclareAsync(
            [.. new[] { AccountGateway.Agency, AccountGateway.Foreign }.Select(system => new LineDeclaration($"onestop-accounts:{system}", Shards: 1, LineLimits.Default))],
            CancellationToken.None);
        await worker._host.StartAsync(CancellationToken.None);
        await worker._host.Ready;
        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        await _connections.DisposeAsync();
    }

    private sealed class LiveCalendars(LiveCatalogue catalogue) : ICalendarSource
    {
        public ICalendars Current => catalogue.Current.Calendars;
    }

    private sealed class Takes(AccountWorker worker) : IPartnerOperation<PushAccount>
    {
        public Repeatability RepeatabilityOf(PushAccount command) => Repeatability.Deduplicates();

        public Task<Outcome> CallAsync(PushAccount command, PartnerCall call, CancellationToken cancellationToken)
        {
            worker.Pushed.Enqueue(command);
            return Task.FromResult(worker.Refuses(command) is { } reason
                ? Outcome.Refused(reason, new AccountPushRefused(command.Account, command.System, command.Version, reason))
                : Outcome.Done(new AccountPushed(command.Account, command.System, command.Version)));
        }

        public Task<Outcome> AskAsync(PushAccount command, PartnerCall call, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A push is repeated, not asked about.");
    }
}
