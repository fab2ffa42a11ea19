using DichVuCong.Messaging;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Pages;
using DichVuCong.Operations.Sessions;
using DichVuCong.Operations.SignIn;
using DichVuCong.Registries.Hosting;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Deadlines;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Operations.Hosting;

/// <summary>The services of the screen's host.</summary>
internal static class OperationsServices
{
    public static void Add(IServiceCollection services, HostSettings settings, OperationsOptions options)
    {
        services.AddRegistries(settings, "dvc-operations")
            .AddSingleton(options)
            .AddOperatorDesks()
            .AddSingleton<ICalendarMaker, CalendarMaker>()
            .AddSingleton(new Topology().AddDossiers(new DossierRules()).AddPayments(new PaymentRules()).AddAccounts(new AccountRules()).AddScopes(new ScopeRules()))
            .AddSingleton<LiveCalendars>()
            .AddSingleton<ICalendarSource>(provider => provider.GetRequiredService<LiveCalendars>())
            .AddSingleton<ICatalogueUser>(provider => provider.GetRequiredService<LiveCalendars>())
            .AddSingleton<ICatalogueUser>(provider => provider.GetRequiredService<AgencyTree>())
            .AddSessions(options)
            .AddSingleton<SignInCookie>()
            .AddSingleton(_ => new HttpClient { Timeout = TimeSpan.FromSeconds(10) })
            .AddSingleton<IdentityProvider>()
            .AddScoped<Visit>();
        services.AddRazorComponents();
        foreach (var area in PageList.All) area.Services?.Invoke(services);
    }
}
