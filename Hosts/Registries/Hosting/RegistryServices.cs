using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Scopes;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Files;
using DichVuCong.Registries.Parcels;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Accounts;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Registries.Restoring;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Registries.Hosting;

/// <summary>What every host has of the registries.</summary>
public static class RegistryServices
{
    /// <summary>Adds the database, the sealer, the catalogue, the dossiers, the payments and the recorders.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">The host's settings.</param>
    /// <param name="applicationName">What its sessions call themselves.</param>
    public static IServiceCollection AddRegistries(this IServiceCollection services, HostSettings settings, string applicationName)
    {
        var database = new RuntimeDatabase(settings.Postgres, applicationName);
        var keys = KeyRing.Parse(settings.DataKeys);
        return services
            .AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(database)
            .AddSingleton(database.Pooled)
            .AddSingleton(keys)
            .AddSingleton(new Sealer(keys))
            .AddSingleton<CatalogueStore>()
            .AddSingleton<AccountStore>()
            .AddSingleton<DossierLookup>()
            .AddSingleton<DossierContents>()
            .AddSingleton<NoticeRecipients>()
            .AddSingleton<FeedReader>()
            .AddSingleton<FeedPlaces>()
            .AddSingleton<RestoreList>()
            .AddSingleton<PaymentReferences>()
            .AddSingleton<OrderLookup>()
            .AddSingleton<ObligationLookup>()
            .AddSingleton<AgencyAccounts>()
            .AddSingleton<PaymentFeedReader>()
            .AddSingleton<PaymentFeedPlaces>()
            .AddSingleton<PaymentFeedKeeping>()
            .AddSingleton<AccountLookup>()
            .AddSingleton<AccountFeedReader>()
            .AddSingleton<AccountFeedPlaces>()
            .AddSingleton<ScopeLookup>()
            .AddSingleton<AgencyOfficerReader>()
            .AddSingleton<AccountFeedKeeping>()
            .AddSingleton<RunKeeping>()
            .AddSingleton<StatementKeeping>()
            .AddSingleton(services => new FileTokens(keys.Derive("file links"), services.GetRequiredService<TimeProvider>()))
            .AddSingleton<IRecorder, RegistryRecorder>()
            .AddSingleton<IRecorder, FeedRecorder>()
            .AddSingleton<IRecorder, PaymentRecorder>()
            .AddSingleton<IRecorder, PaymentFeedRecorder>()
            .AddSingleton<IRecorder, AccountRecorder>()
            .AddSingleton<IRecorder, AccountFeedRecorder>()
            .AddSingleton<IRecorder, ScopeRecorder>()
            .AddSingleton<ParcelLookup>()
            .AddSingleton<IRecorder, ParcelRecorder>()
            .AddSingleton<CatalogueWatcher>()
            .AddHostedService(services => services.GetRequiredService<CatalogueWatcher>());
    }
}
