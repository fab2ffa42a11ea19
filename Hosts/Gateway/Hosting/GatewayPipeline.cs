using DichVuCong.Gateway.Accounts;
using DichVuCong.Gateway.Accounts.Scopes;
using DichVuCong.Gateway.Destinations;
using DichVuCong.Gateway.Dossiers;
using DichVuCong.Gateway.Feed;
using DichVuCong.Gateway.Files;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Health;
using DichVuCong.Gateway.Identity;
using DichVuCong.Gateway.Notices;
using DichVuCong.Gateway.OneStop;
using DichVuCong.Gateway.Payments;
using DichVuCong.Gateway.Problems;
using DichVuCong.Gateway.Restores;
using DichVuCong.Registries.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace DichVuCong.Gateway.Hosting;

/// <summary>The gateway's endpoints.</summary>
internal static class GatewayPipeline
{
    public static void Map(WebApplication app)
    {
        if (app.Services.GetRequiredService<HostSettings>() is { TrustedProxies: { Count: > 0 } proxies }) app.UseForwardedHeaders(Forwarded(proxies));
        app.UseMiddleware<FairTurns>();
        app.UseMiddleware<UnexpectedFailures>();
        app.UseMiddleware<AdapterPrefixes>();
        app.UseRouting();
        HealthEndpoints.Map(app);
        FilingEndpoints.Map(app);
        StatusEndpoints.Map(app);
        DestinationEndpoints.Map(app);
        FeedEndpoints.Map(app);
        RestoreEndpoints.Map(app);
        OneStopEndpoints.Map(app);
        FileEndpoints.Map(app);
        PaymentSetup.Map(app);
        IdentitySetup.Map(app);
        NoticeReportEndpoints.Map(app);
        ScopeAddresses.Map(app);
        AccountSetup.Map(app);
    }

    /// <summary>Addresses decide about quotas and about trust in a network: they are taken from a header only where a proxy of ours has written it.</summary>
    private static ForwardedHeadersOptions Forwarded(IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        return options;
    }
}
