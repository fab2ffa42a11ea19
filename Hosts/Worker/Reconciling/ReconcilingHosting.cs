using DichVuCong.Payments.Reconciliation;
using DichVuCong.Payments.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Worker.Reconciling;

/// <summary>Reconciliation as the Worker has it.</summary>
internal static class ReconcilingHosting
{
    /// <summary>Adds the parts of reconciliation and the clock that runs them.</summary>
    public static IServiceCollection AddReconciling(this IServiceCollection services, PaymentSettings payments) => services
        .AddReconciliation(provider => ReconcilingSettings.Read(provider.GetRequiredService<IConfiguration>(), payments))
        .AddHostedService<ReconcilingService>();
}
