using System.Collections.Concurrent;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Messaging;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Gateway.Tests.Support;

/// <summary>Runs the sagas on a gateway's database in this process; the partners take everything and remember it.</summary>
internal sealed class WorkerFixture : IAsyncDisposable
{
    private readonly RuntimeDatabase _connections;
    private readonly RuntimeHost _host;

    private WorkerFixture(GatewayFixture gateway)
    {
        _connections = new RuntimeDatabase(gateway.Database.ConnectionString);
        var topology = new Topology().AddDossiers(new DossierRules()).AddDoorRecords()
            .Partner(new PartnerDefinition("onestop").Operation(
                new TakesAll<DeliverDossier>(Delivered, command => Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false))),
                command => command.System))
            .Partner(new PartnerDefinition("sms").Operation<SendSms>(new TakesAll<SendSms>(new ConcurrentQueue<SendSms>(), _ => Outcome.Done())))
            .Partner(new PartnerDefinition("email").Operation<SendEmail>(new TakesAll<SendEmail>(new ConcurrentQueue<SendEmail>(), _ => Outcome.Done())));
        _host = new RuntimeHost(
            _connections, topology, new LiveCalendars(gateway.Services.GetRequiredService<LiveCatalogue>()),
            [new RegistryRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new FeedRecorder()],
            new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System, NullLogger<RuntimeHost>.Instance);
    }

    /// <summary>What went to one-stop systems.</summary>
    public ConcurrentQueue<DeliverDossier> Delivered { get; } = new();

    public static async Task<WorkerFixture> StartAsync(GatewayFixture gateway)
    {
        var worker = new WorkerFixture(gateway);
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

    private sealed class TakesAll<TCommand>(ConcurrentQueue<TCommand> taken, Func<TCommand, Outcome> answer) : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.Deduplicates();

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken)
        {
            taken.Enqueue(command);
            return Task.FromResult(answer(command));
        }

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(answer(command));
    }
}
