using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Schema;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DichVuCong.Gateway.Hosting;

/// <summary>HTTP in: the portal, the coordination system, one-stop systems.</summary>
internal static class GatewayHost
{
    public static async Task RunAsync(HostSettings settings, string[] args)
    {
        await using var app = Build(settings, args);
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("DichVuCong.Gateway");
        if (settings.IsDevelopment) GatewayLog.Development(logger);
        else if (settings.FileHosts.Count == 0) GatewayLog.NoFileHosts(logger);
        await Startup.UntilTheDatabaseAnswersAsync(
            token => Migrator.ApplyAsync(app.Services.GetRequiredService<RuntimeDatabase>().Pooled, RegistrySchema.All, token),
            TimeProvider.System, logger, CancellationToken.None);
        await app.RunAsync();
    }

    /// <summary>Builds the host; tests put their own database and clock in.</summary>
    public static WebApplication Build(HostSettings settings, string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            EnvironmentName = settings.IsDevelopment ? Environments.Development : Environments.Production,
        });
        builder.WebHost.UseUrls($"http://*:{settings.GatewayPort}");
        var connections = GatewayConnections.Most(GatewayOptions.Read(builder.Configuration).Connections, OpenFiles.Limit());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // TLS, and HTTP/2 with it, ends in front of us: what need not be spoken here cannot be abused here.
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MaxRequestBodySize = GatewayLimits.BodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = GatewayLimits.HeaderBytes;
            // What a connection may send ahead of being read: the default of 1 MB, times the connections, is more than the machine has.
            kestrel.Limits.MaxRequestBufferSize = 2 * GatewayLimits.HeaderBytes;
            kestrel.Limits.MaxConcurrentConnections = connections;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        });
        ConfigureLogging(builder.Logging);
        GatewayServices.Add(builder.Services, settings, builder.Configuration);
        var app = builder.Build();
        GatewayPipeline.Map(app);
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
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }
}

/// <summary>What one call, and one host, may cost.</summary>
internal static class GatewayLimits
{
    /// <summary>The longest body: 10 MB (decisions, "Connects unchanged").</summary>
    public const long BodyBytes = 10_000_000;

    /// <summary>The longest body of a service that carries files: 40 MB.</summary>
    public const long FileBodyBytes = 40_000_000;

    /// <summary>The longest time that sending a body may take: the least rate alone would let a caller send quickly and then stall.</summary>
    public static readonly TimeSpan BodyTime = TimeSpan.FromMinutes(2);

    /// <summary>All headers of one call together.</summary>
    public const int HeaderBytes = 16 * 1024;
}

/// <summary>What the gateway logs about itself.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(4001, LogLevel.Warning, "This is Development: development keys and accounts are taken. Outside Development they are refused.")]
    public static partial void Development(ILogger logger);

    [LoggerMessage(4002, LogLevel.Error, "{Count} development accounts are in the database and refused: this is not Development")]
    public static partial void DevelopmentAccountsRefused(ILogger logger, int count);

    [LoggerMessage(4003, LogLevel.Warning, "The accounts could not be read ({Kind}); those in use stay")]
    public static partial void AccountsNotRead(ILogger logger, string kind);

    [LoggerMessage(4004, LogLevel.Error, "A call failed unexpectedly: {Kind} at {Path}{Stack}")]
    public static partial void CallFailed(ILogger logger, string kind, string path, string stack);

    [LoggerMessage(4005, LogLevel.Warning, "DVC_FILE_HOSTS names no host: no dossier with files will be taken")]
    public static partial void NoFileHosts(ILogger logger);

    [LoggerMessage(4006, LogLevel.Error, "Catalogue or accounts are not read after {Seconds} s: listening all the same, and saying 503")]
    public static partial void ListensUnready(ILogger logger, int seconds);
}
