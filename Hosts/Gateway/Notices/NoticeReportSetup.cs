using DichVuCong.Registries.Settings;

namespace DichVuCong.Gateway.Notices;

/// <summary>The gateway's reports of notices: services.</summary>
internal static class NoticeReportSetup
{
    /// <summary>Adds the services.</summary>
    /// <exception cref="SettingsException">A secret cannot be.</exception>
    public static IServiceCollection AddNoticeReports(this IServiceCollection services, HostSettings settings, IConfiguration configuration) => services
        .AddSingleton(NoticeReportOptions.Read(configuration, settings.IsDevelopment))
        .AddSingleton<NoticeReportDesk>()
        .AddSingleton<NoticeReportEndpoints>()
        .AddSingleton<ReturnedMailFolder>()
        .AddHostedService(provider => provider.GetRequiredService<ReturnedMailFolder>());
}
