using DichVuCong.Payments.Reconciliation.Reports;
using DichVuCong.Registries.Reconciliation;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>What a host has of reconciliation.</summary>
public static class ReconcilingServices
{
    /// <summary>
    /// Adds it; it needs the services of <c>AddRegistries</c>, a topology with <c>AddPayments</c>, and <c>EarlierMessages</c>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">Reads the settings when they are first needed: at the host's start.</param>
    public static IServiceCollection AddReconciliation(this IServiceCollection services, Func<IServiceProvider, ReconcilingSettings> settings) => services
        .AddSingleton(settings)
        .AddSingleton<StatementStore>()
        .AddSingleton<StatementList>()
        .AddSingleton<ReconciliationRuns>()
        .AddSingleton<StatementIntake>()
        .AddSingleton<Reconciler>()
        .AddSingleton<ReconcilingClock>()
        .AddSingleton<RunReports>();
}
