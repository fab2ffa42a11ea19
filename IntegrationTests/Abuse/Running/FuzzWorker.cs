using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Messaging;
using DichVuCong.Payments;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Scopes;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>Runs the sagas behind the gateway; the partners take everything.</summary>
internal sealed class FuzzWorker : IAsyncDisposable
{
    private readonly RuntimeDatabase _connections;
    private readonly RuntimeHost _host;

    private FuzzWorker(string database, IServiceProvider gateway, ILoggerFactory log)
    {
        _connections = new RuntimeDatabase(database);
        var sealer = new Sealer(KeyRing.Parse(KeyRing.Development));
        var topology = new Topology().AddDossiers(new DossierRules()).AddDoorRecords().AddPayments(new PaymentRules()).AddPaymentDoorRecords()
            .AddAccounts(new AccountRules()).AddAccountDoorRecords().AddScopes(new ScopeRules())
            .Partner(new PartnerDefinition("onestop-scopes")
                .Operation(new TakesAll<PushScope>(push => Outcome.Done(new ScopePushed(push.System, push.Change))), push => push.System)
                .Operation(new TakesAll<CompareDigests>(ask => Outcome.Done(new DigestsCompared(ask.System, ask.Agency, ask.Run, "", "", 0, []))), ask => ask.System))
            .Partner(new PartnerDefinition("onestop-accounts").Operation(
                new TakesAll<PushAccount>(push => Outcome.Done(new AccountPushed(push.Account, push.System, push.Version))), push => push.System))
            .Partner(new PartnerDefinition("onestop").Operation(
                new TakesAll<DeliverDossier>(command => Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false))),
                command => command.System))
            .Partner(new PartnerDefinition("sms").Operation<SendSms>(new TakesAll<SendSms>(_ => Outcome.Done())))
            .Partner(new PartnerDefinition("email").Operation<SendEmail>(new TakesAll<SendEmail>(_ => Outcome.Done())))
            .Partner(new PartnerDefinition("payers")
                .Operation(new TakesAll<AskPayment>(ask => Outcome.Done(new PaymentNotKnown(ask.Reference, ask.Partner, ask.StartedAt))), ask => ask.Partner)
                .Operation(new TakesAll<RefundPayment>(refund => Outcome.Done(new RefundMade(refund.Reference, refund.Number))), refund => refund.Partner)
                .Operation(new TakesAll<AskRefundState>(ask => Outcome.Done(new RefundMade(ask.Reference, ask.Number))), ask => ask.Partner))
            .Partner(new PartnerDefinition("ministries").Operation(
                new TakesAll<ConfirmPayment>(told => Outcome.Done(new ConfirmationTaken(told.Reference, told.Number))), told => told.System));
        _host = new RuntimeHost(
            _connections, topology, new LiveCalendars(gateway.GetRequiredService<LiveCatalogue>()),
            [new RegistryRecorder(sealer), new FeedRecorder(), new PaymentRecorder(sealer), new PaymentFeedRecorder(), new AccountRecorder(sealer), new AccountFeedRecorder(), new ScopeRecorder()],
            new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System, log.CreateLogger<RuntimeHost>());
    }

    public static async Task<FuzzWorker> StartAsync(string database, IServiceProvider gateway, ILoggerFactory log)
    {
        var worker = new FuzzWorker(database, gateway, log);
        var systems = gateway.GetRequiredService<LiveCatalogue>().Current.Index.Data.Systems;
        var payers = gateway.GetRequiredService<PaymentPartners>().All;
        string[] lines = [.. systems.SelectMany(system => new[] { $"onestop:{system.Code}", $"onestop-accounts:{system.Code}", $"onestop-scopes:{system.Code}" }), "sms", "email", .. payers.Select(partner => $"payers:{partner.Code}"), "ministries:DOITAC1"];
        await new LineDirectory(worker._connections.Pooled).DeclareAsync(
            [.. lines.Select(line => new LineDeclaration(line, Shards: 1, LineLimits.Default))], CancellationToken.None);
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

    private sealed class TakesAll<TCommand>(Func<TCommand, Outcome> answer) : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.Deduplicates();

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(answer(command));

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(answer(command));
    }
}
