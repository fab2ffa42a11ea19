using DichVuCong.Registries.Settings;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Files;

/// <summary>The services of the file gateway.</summary>
internal static class FileServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services, HostSettings settings) => services
        .AddSingleton(new FileHosts(settings.FileHosts, settings.IsDevelopment))
        .AddSingleton(new FileRelayOptions())
        .AddSingleton(provider => new FileSpool(settings.SpoolFolder, provider.GetRequiredService<FileRelayOptions>()))
        .AddSingleton<FileTurns>()
        .AddSingleton<PortalFiles>()
        .AddSingleton<FileRecords>();
}
