namespace DichVuCong.Sandbox.SignIn;

/// <summary>The simulated sources of identity, and a portal that uses them.</summary>
internal static class SignInSetup
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddSingleton<Grants>()
        .AddSingleton<VneidEnvelope>()
        .AddSingleton<SignInPage>()
        .AddSingleton<VneidEndpoints>()
        .AddSingleton<BrokerEndpoints>()
        .AddSingleton<PortalSignIn>()
        .AddSingleton<TicketDesk>()
        .AddSingleton<NationalDataEndpoints>();

    /// <summary>Adds the addresses.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.Services.GetRequiredService<VneidEndpoints>().Map(app);
        app.Services.GetRequiredService<BrokerEndpoints>().Map(app);
        app.Services.GetRequiredService<PortalSignIn>().Map(app);
        app.Services.GetRequiredService<NationalDataEndpoints>().Map(app);
    }
}
