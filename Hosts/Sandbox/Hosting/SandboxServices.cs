using DichVuCong.Sandbox.Agencies.Accounts;
using DichVuCong.Sandbox.Agencies.Counter;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Agencies.Files;
using DichVuCong.Sandbox.Agencies.Journeys;
using DichVuCong.Sandbox.Agencies.Receiving;
using DichVuCong.Sandbox.Agencies.Sending;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks;
using DichVuCong.Sandbox.Control;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Identity;
using DichVuCong.Sandbox.Ledger;
using DichVuCong.Sandbox.Mail;
using DichVuCong.Sandbox.Portal;
using DichVuCong.Sandbox.Post;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.SignIn;
using DichVuCong.Sandbox.SmsProvider;
using DichVuCong.Sandbox.State;

namespace DichVuCong.Sandbox.Hosting;

/// <summary>The sandbox's parts.</summary>
internal static class SandboxServices
{
    /// <summary>Adds them.</summary>
    public static void Add(IServiceCollection services, SandboxOptions options, TimeProvider time) => services
        .AddSingleton(options)
        .AddSingleton(time)
        .AddSingleton<StateLog>()
        .AddSingleton<StateRestore>()
        .AddSingleton<CurrentSettings>()
        .AddSingleton<FaultBook>()
        .AddSingleton<Answering>()
        .AddSingleton(_ => SystemDirectory.Shipped())
        .AddSingleton<DossierBook>()
        .AddSingleton(_ => PortalHttp.CreateClient())
        .AddSingleton<SendCounts>()
        .AddSingleton<PortalHttp>()
        .AddSingleton<SendingDesk>()
        .AddSingleton<Outboxes>()
        .AddSingleton<JourneyGuide>()
        .AddSingleton<CounterDossiers>()
        .AddSingleton<FileCheckCounts>()
        .AddSingleton<FileChecker>()
        .AddSingleton<Intake>()
        .AddSingleton<AgencyEndpoints>()
        .AddSingleton<OfficerBooks>()
        .AddSingleton<OfficerEndpoints>()
        .AddSingleton<OfficerControl>()
        .AddSingleton<FileCounts>()
        .AddSingleton<PortalEndpoints>()
        .AddSingleton<NoticeBook>()
        .AddSingleton<SmsEndpoints>()
        .AddNoticeProviders()
        .AddSingleton<PostBook>()
        .AddSingleton<PostDesk>()
        .AddSingleton<PostTokens>()
        .AddSingleton<PostPages>()
        .AddSingleton<PostEndpoints>()
        .AddSingleton<IdentityTokens>()
        .AddSingleton<IdentityEndpoints>()
        .AddSingleton<MailDesk>()
        .AddSingleton<SettingsEndpoints>()
        .AddSingleton<FaultEndpoints>()
        .AddSingleton<LedgerTotals>()
        .AddSingleton<LedgerEndpoints>()
        .AddBanks()
        .AddSignIn()
        .AddHostedService(provider => provider.GetRequiredService<FileChecker>())
        .AddHostedService<MailSink>()
        .AddHostedService<ScopeSender>()
        .AddHostedService<CounterDesk>();
}
