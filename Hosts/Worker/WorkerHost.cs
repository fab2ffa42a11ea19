using DichVuCong.Adapters.AppNotices;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.OneStop.Accounts;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Adapters.VNPost;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Payments;
using DichVuCong.Payments.Hosting;
using DichVuCong.Payments.Settings;
using DichVuCong.Registries.Accounts.Citizens;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Hosting;
using DichVuCong.Registries.Operations.Gauges;
using DichVuCong.Registries.Operations.Partners;
using DichVuCong.Registries.Restoring;
using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Runtime.Schema;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts.Citizens;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Telemetry;
using DichVuCong.Worker.Accounts;
using DichVuCong.Worker.Paying;
using DichVuCong.Worker.Posting;
using DichVuCong.Worker.Reconciling;
using DichVuCong.Worker.Restoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Worker;

/// <summary>The headless host: runs the sagas, calls the partners, fires the clocks. Its heartbeat is a row of bus.host; a port has it only for
/// whoever watches it, where <c>DVC_HEALTH_PORT</c> names one.</summary>
internal static class WorkerHost
{
    public static async Task RunAsync(HostSettings settings, string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Environment.EnvironmentName = settings.IsDevelopment ? Environments.Development : Environments.Production;
        ConfigureLogging(builder);
        var partners = PartnerSettings.Read(builder.Configuration, settings);
        var payments = PaymentSettings.Read(builder.Configuration, settings);
        AddWatching(builder.Services, builder.Configuration, settings);
        AddServices(builder.Services, settings, partners, payments, RetentionSettings.Read(builder.Configuration));
        builder.Services.AddSingleton(AccountRuleSettings.Read(builder.Configuration)).AddHostedService<AccountHousekeeping>()
            .AddSingleton(new CitizenRules()).AddSingleton<CitizenStore>().AddSingleton<CitizenRecipients>().AddHostedService<CitizenClock>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        using var host = builder.Build();

        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("DichVuCong.Worker");
        if (settings.IsDevelopment) WorkerLog.Development(logger);
        foreach (var idle in partners.NotConfigured) WorkerLog.NotConfigured(logger, idle);
        foreach (var idle in payments.NotConfigured) WorkerLog.PaymentsNotConfigured(logger, idle);
        await Startup.UntilTheDatabaseAnswersAsync(
            token => Migrator.ApplyAsync(host.Services.GetRequiredService<RuntimeDatabase>().Pooled, RegistrySchema.All, token),
            TimeProvider.System, logger, CancellationToken.None);
        await host.RunAsync();
    }

    private static void ConfigureLogging(HostApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }

    /// <summary>Before everything else: what starts slowly must be seen to.</summary>
    private static void AddWatching(IServiceCollection services, IConfiguration configuration, HostSettings settings)
    {
        if (services.AddTelemetry(configuration, "dvc-worker").Metrics) services.AddGauges(configuration);
        if (settings.HealthPort is not { } port) return;
        services.AddSingleton<WorkerHealth>();
        services.AddHostedService(provider => new HealthListener(
            port, token => provider.GetRequiredService<WorkerHealth>().WaitingForAsync(token), provider.GetRequiredService<ILoggerFactory>()));
    }

    private static void AddServices(
        IServiceCollection services, HostSettings settings, PartnerSettings partners, PaymentSettings payments, RetentionSettings retention)
    {
        services.AddRegistries(settings, "dvc-worker")
            .AddSingleton(partners)
            .AddSingleton(partners.Runtime)
            .AddSingleton<LineDirectory>()
            // The calendars come first: they alone can refuse a catalogue, and then nobody has taken it into use.
            .AddSingleton<Calendars>()
            .AddSingleton<ICalendarSource>(provider => provider.GetRequiredService<Calendars>())
            .AddSingleton<ICatalogueUser>(provider => provider.GetRequiredService<Calendars>())
            .AddSingleton<OneStopDirectory>()
            .AddSingleton<ICatalogueUser>(provider => provider.GetRequiredService<OneStopDirectory>())
            .AddSingleton<ICatalogueUser, PartnerLines>()
            .AddSingleton<AgencyNames>()
            .AddSingleton<ICatalogueUser>(provider => provider.GetRequiredService<AgencyNames>())
            .AddSingleton<INoticeRecipients, CurrentRecipients>()
            .AddSingleton<IDossierContents, DeliverableContents>()
            .AddSingleton<IFileLinks, FileLinks>()
            .AddSingleton<PlaceNames>()
            .AddSingleton<ICatalogueUser>(provider => provider.GetRequiredService<PlaceNames>())
            .AddSingleton<IPostContacts, PostContacts>()
            .AddPaymentPartners(payments)
            .AddSingleton<PaymentLines>()
            .AddSingleton<PartnerWindows>()
            .AddSingleton<IOrderRecords, OrderRecords>()
            .AddSingleton<IMinistryOrders, MinistryOrders>()
            .AddSingleton(TopologyOf)
            .AddHostedService<WaitForCatalogue>()
            .AddSingleton<RuntimeHost>()
            .AddHostedService(provider => provider.GetRequiredService<RuntimeHost>())
            .AddSingleton(retention)
            .AddHostedService<RegistryHousekeeping>()
            .AddSingleton<OpenDossiers>()
            .AddSingleton<EarlierMessages>()
            .AddHostedService<RestoreReconciler>()
            .AddScopes()
            .AddReconciling(payments);
    }

    private static Topology TopologyOf(IServiceProvider services)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var partners = services.GetRequiredService<PartnerSettings>();
        var topology = new Topology().AddDossiers(new DossierRules(), partners.Notices.Telling.Rules(partners.Notices.Sms)).AddDoorRecords();
        var recipients = services.GetRequiredService<INoticeRecipients>();
        var systems = services.GetRequiredService<OneStopDirectory>();
        var oneStop = OneStopHttp.CreateClient(OneStopHttp.CreateHandler());
        topology.Partner(new PartnerDefinition("onestop")
            .Operation(
                new DeliverDossierOperation(
                    oneStop, services.GetRequiredService<IDossierContents>(), systems, services.GetRequiredService<IFileLinks>(), time),
                command => command.System)
            .Operation(new AskDossierStateOperation(oneStop, systems, time), command => command.System));
        topology.Partner(new PartnerDefinition("sms").Operation<SendSms>(
            partners.Notices.Sms is { } sms
                ? new SmsTraffic(SmsHttp.CreateClient(partners.NoticeConcurrency), sms, recipients, time, services.GetRequiredService<ILogger<SendSmsOperation>>())
                : new NotConfigured<SendSms>("No SMS provider is configured (Sms:*)."),
            command => command.Provider));
        topology.Partner(new PartnerDefinition("app").Operation<SendAppNotice>(partners.Notices.App is { } app
            ? new SendAppNoticeOperation(
                SmsHttp.CreateClient(partners.NoticeConcurrency), app, recipients, time, services.GetRequiredService<ILogger<SendAppNoticeOperation>>())
            : new NotConfigured<SendAppNotice>("The VNeID app's notices are not configured (AppNotices:*).")));
        topology.Partner(new PartnerDefinition("email").Operation<SendEmail>(partners.Notices.Email is { } email
            ? new SendEmailOperation(email, recipients, time, services.GetRequiredService<ILogger<SendEmailOperation>>())
            : new NotConfigured<SendEmail>("The mail server is not configured (Email:*).")));
        topology.AddScopeCapability(services.GetRequiredService<ScopeRules>(), oneStop, systems, services.GetRequiredService<IAgencyOfficers>(), time);
        topology.AddCitizens(services, partners, time);
        topology.AddAccountCapability(
            services.GetRequiredService<AccountRuleSettings>().Rules(),
            new PushAccountOperation(oneStop, systems, services.GetRequiredService<IAccountProfiles>(), time));
        topology.AddParcelCapability(services, partners, time);
        return topology.AddPaymentCapability(
            services.GetRequiredService<PaymentPartners>(),
            services.GetRequiredService<IOrderRecords>(),
            services.GetRequiredService<IMinistryOrders>(),
            time);
    }
}

/// <summary>What the worker logs about itself.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(3001, LogLevel.Warning, "This is Development: development keys and accounts are taken. Outside Development they are refused.")]
    public static partial void Development(ILogger logger);

    [LoggerMessage(3002, LogLevel.Warning, "{Partner} is not configured: its notices wait")]
    public static partial void NotConfigured(ILogger logger, string partner);

    [LoggerMessage(3005, LogLevel.Warning, "{Partner} is not configured: what is for it waits")]
    public static partial void PaymentsNotConfigured(ILogger logger, string partner);

    [LoggerMessage(3004, LogLevel.Warning, "Asking the agencies after the restore was interrupted ({Kind}); it goes on in a moment")]
    public static partial void ReconcilingInterrupted(ILogger logger, string kind);

    [LoggerMessage(3003, LogLevel.Warning, "Housekeeping of the registries was interrupted ({Kind}); it is tried again in an hour")]
    public static partial void HousekeepingFailed(ILogger logger, string kind);

    [LoggerMessage(3006, LogLevel.Information, "{Runs} reconciliation runs let go of what they matched, after {Days} days: they can be shown, not repeated")]
    public static partial void RunInputsLetGo(ILogger logger, int runs, int days);

    [LoggerMessage(3007, LogLevel.Information, "{Files} statements have let go of their content, after {Days} days")]
    public static partial void StatementsLetGo(ILogger logger, int files, int days);
}
