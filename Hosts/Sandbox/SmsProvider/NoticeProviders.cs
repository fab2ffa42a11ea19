namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>The notice providers with JSON interfaces as services.</summary>
internal static class NoticeProviders
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddNoticeProviders(this IServiceCollection services) => services
        .AddSingleton<FptTokenBook>()
        .AddSingleton<ReportDesk>()
        .AddSingleton<NoticeProviderEndpoints>();
}
