using System.Collections.Concurrent;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Messaging;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Gateway.Tests.Payments.Support;

/// <summary>Runs the sagas on a gateway's database in this process; partners and agencies take everything and say nothing of themselves.</summary>
internal sealed class PaymentWorker : IAsyncDisposable
{
    private readonly RuntimeDatabase _connections;
    private readonly RuntimeHost _host;

    private PaymentWorker(GatewayFixture gateway)
    {
        _connections = new RuntimeDatabase(gateway.Database.ConnectionString);
        var sealer = new Sealer(KeyRing.Parse(KeyRing.Development));
        var topology = new Topology().AddDossiers(new DossierRules()).AddDoorRecords().AddPayments(new PaymentRules()).AddPaymentDoorRecords()
            .Partner(new PartnerDefinition("onestop").Operation(
                new Takes<DeliverDossier>(command => Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false))),
                command => command.System))
            .Partner(new PartnerDefinition("sms").Operation<SendSms>(new Takes<SendSms>(_ => Outcome.Done())))
            .Partner(new PartnerDefinition("email").Operation<SendEmail>(new Takes<SendEmail>(_ => Outcome.Done())))
            .Partner(new PartnerDefinition("payers")
                .Operation(new Takes<AskPayment>(ask => Outcome.Done(new PaymentNotKnown(ask.Reference, ask.Partner, ask.StartedAt))), ask => ask.Partner)
                .Operation(new Takes<RefundPayment>(Refund), refund => refund.Partner)
                .Operation(new Takes<AskRefundState>(ask => Outcome.Done(new RefundMade(ask.Reference, ask.Number))), ask => ask.Partner))
            .Partner(new PartnerDefinition("ministries").Operation(
                new Takes<ConfirmPayment>(told => Outcome.Done(new ConfirmationTaken(told.Reference, told.Number))), told => told.System));
        _host = new RuntimeHost(
            _connections, topology, new LiveCalendars(gateway.Services.GetRequiredService<LiveCatalogue>()),
            [new RegistryRecorder(sealer), new FeedRecorder(), new PaymentRecorder(sealer), new PaymentFeedRecorder()],
            new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System, NullLogger<RuntimeHost>.Instance);
    }

    /// <summary>The refunds that partners were asked for.</summary>
    public ConcurrentQueue<RefundPayment> Refunds { get; } = new();

    public static Task<PaymentWorker> StartAsync(PaymentGateway gateway) => StartAsync(gateway.Gateway);

    public static async Task<PaymentWorker> StartAsync(GatewayFixture gateway)
    {
        var worker = new PaymentWorker(gateway);
        await new LineDirectory(worker._connections.Pooled).DeclareAsync(
            [new LineDeclaration("payers:vnpay", Shards: 1, LineLimits.Default), new LineDeclaration("ministries:DOITAC1", Shards: 1, LineLimits.Default)],
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

    private Outcome Refund(RefundPayment refund)
    {
        Refunds.Enqueue(refund);
        return Outcome.Done(new RefundMade(refund.Reference, refund.Number));
    }

    private sealed class LiveCalendars(LiveCatalogue catalogue) : ICalendarSource
    {
        public ICalendars Current => catalogue.Current.Calendars;
    }

    private sealed class Takes<TCommand>(Func<TCommand, Outcome> answer) : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.Deduplicates();

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(answer(command));

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(answer(command));
    }
}
