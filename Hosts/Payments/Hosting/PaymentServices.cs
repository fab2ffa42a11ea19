using DichVuCong.Payments.Settings;
using DichVuCong.Registries.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Payments.Hosting;

/// <summary>What a host has of the payment partners.</summary>
public static class PaymentServices
{
    /// <summary>Adds <see cref="PaymentSettings"/> and <see cref="PaymentPartners"/>; it needs the services of <c>AddRegistries</c>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">The settings, read.</param>
    public static IServiceCollection AddPaymentPartners(this IServiceCollection services, PaymentSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(provider => new PaymentPartners(
            settings, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<KeyRing>().Derive("vietqr tokens")));
}
