using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Schema;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DichVuCong.Operations.Hosting;

/// <summary>The operators' screen.</summary>
internal static class OperationsHost
{
    public static async Task RunAsync(HostSettings settings, string[] args)
    {
        await using var app = Build(settings, args);
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("DichVuCong.Operations");
        if (settings.IsDevelopment) OperationsLog.Development(logger);
        await Startup.UntilTheDatabaseAnswersAsync(
            token => Migrator.ApplyAsync(app.Services.GetRequiredService<RuntimeDatabase>().Pooled, RegistrySchema.All, token),
            TimeProvider.System, logger, CancellationToken.None);
        await app.RunAsync();
    }

    /// <summary>Builds the host; tests put their own database and clock in.</summary>
    /// <param name="settings">What every host is told.</param>
    /// <param name="args">Settings of this host, as <c>--Operations:SessionIdleMinutes=5</c>.</param>
    /// <param name="configure">Puts other parts in the place of usual ones.</param>
    /// <exception cref="SettingsException">A setting is missing or cannot be; the message names it and the rule.</exception>
    public static WebApplication Build(HostSettings settings, string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            EnvironmentName = settings.IsDevelopment ? Environments.Development : Environments.Production,
        });
        var options = OperationsOptions.Read(builder.Configuration, settings);
        builder.WebHost.UseUrls($"http://*:{settings.OperationsPort}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // TLS, and HTTP/2 with it, ends in front of us: what need not be spoken here cannot be abused here.
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MaxRequestBodySize = OperationsOptions.BodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        });
        ConfigureLogging(builder.Logging);
        OperationsServices.Add(builder.Services, settings, options);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        OperationsPipeline.Map(app);
        return app;
    }

    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // It warns that keys are stored in clear: the store seals them itself.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }
}

/// <summary>What the screen's host logs about itself.</summary>
internal static partial class OperationsLog
{
    [LoggerMessage(7001, LogLevel.Warning, "This is Development: whoever asks for /dev/sign-in is signed in. Outside Development it does not exist.")]
    public static partial void Development(ILogger logger);

    [LoggerMessage(7002, LogLevel.Error, "A page failed unexpectedly: {Kind} at {Path}{Stack}")]
    public static partial void PageFailed(ILogger logger, string kind, string path, string stack);

    [LoggerMessage(7003, LogLevel.Warning, "A sign-in was refused: {Reason}")]
    public static partial void SignInRefused(ILogger logger, string reason);
}
