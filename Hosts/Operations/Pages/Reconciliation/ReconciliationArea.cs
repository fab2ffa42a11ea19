using DichVuCong.Operations.Language;
using DichVuCong.Payments.Desk;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Payments.Settings;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;

namespace DichVuCong.Operations.Pages.Reconciliation;

/// <summary>Reconciliation: runs, files, reports.</summary>
internal static class ReconciliationArea
{
    public static PageArea Area { get; } = new("/reconciliation", new Words("Đối soát", "Reconciliation"), Permission.Look, Map)
    {
        Services = services => services
            .AddSingleton(DeskOf)
            .AddSingleton<ReconciliationReader>()
            .AddSingleton<RunQueue>()
            .AddHostedService(provider => provider.GetRequiredService<RunQueue>()),
    };

    private static void Map(PageRoutes routes)
    {
        routes.Get("/reconciliation", Permission.Look, ReconciliationPages.ListAsync);
        routes.Get("/reconciliation/{partner}/{date}", Permission.Look, ReconciliationPages.DayAsync);
        routes.Watch("/reconciliation/{partner}/{date}/progress", Permission.Look, ReconciliationPages.Progress);
        routes.Get("/reconciliation/{partner}/{date}/report.csv", Permission.Look, ReportDownloads.CsvAsync);
        routes.Get("/reconciliation/{partner}/{date}/summary.html", Permission.Look, ReportDownloads.SummaryAsync);
        routes.Get("/reconciliation/{partner}/{date}/answer", Permission.Act, ReportDownloads.AnswerAsync);
        routes.Post("/reconciliation/runs", Permission.Act, ReconciliationPages.RunAsync);
    }

    /// <summary>The partners are those of the Worker's configuration: sections Payments and Reconciliation.</summary>
    private static ReconciliationDesk DeskOf(IServiceProvider provider)
    {
        var (configuration, host) = (provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<HostSettings>());
        return new ReconciliationDesk(
            provider.GetRequiredService<RuntimeDatabase>(), provider.GetRequiredService<Sealer>(),
            ReconcilingSettings.Read(configuration, PaymentSettings.Read(configuration, host)),
            new Uri($"http://127.0.0.1:{host.PortBase + HostSettings.SandboxOffset}"), provider.GetRequiredService<AccessPolicy>(),
            provider.GetRequiredService<AuditTrail>(), provider.GetRequiredService<TimeProvider>());
    }
}
