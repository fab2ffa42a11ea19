using DichVuCong.Adapters.AppNotices;
using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Messaging;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker;

/// <summary>
/// The partners' settings: sections Sms, Email, AppNotices, Notices and Runtime (<c>Sms__Viettel__Password</c> in the environment). A section Sms
/// with an Endpoint of its own is Viettel's alone, as it was before there were several providers.
/// </summary>
internal sealed class PartnerSettings
{
    /// <summary>The SMS providers; null when none is configured.</summary>
    public SmsTrafficSettings? Sms { get; private init; }

    /// <summary>The VNeID app's notices; null when they are not configured.</summary>
    public AppNoticeSettings? App { get; private init; }

    /// <summary>How people are told.</summary>
    public required NoticeSettings Notices { get; init; }

    /// <summary>The mail server; null when it is not configured.</summary>
    public EmailSettings? Email { get; private init; }

    /// <summary>The runtime's settings.</summary>
    public required RuntimeOptions Runtime { get; init; }

    /// <summary>Notices that are out at once on each of the two channels.</summary>
    public int NoticeConcurrency { get; private init; } = 32;

    /// <summary>Lines of each notice channel: keys are spread over them.</summary>
    public short NoticeShards { get; private init; } = 1;

    public IEnumerable<string> NotConfigured
    {
        get
        {
            if (Sms is null) yield return "SMS";
            if (Email is null) yield return "E-mail";
            if (App is null) yield return "VNeID app notices";
        }
    }

    /// <summary>
    /// What notice providers can bear. A fault of the configuration is retried slowly until somebody mends it: only the age of a notice ends
    /// its tries.
    /// </summary>
    public LineLimits NoticeLimits => LineLimits.Default with { Concurrency = NoticeConcurrency, MaxAttempts = 100_000 };

    /// <summary>
    /// What one of several SMS providers can bear. Its gate moves what it does not take to the next, so that no circuit may hold it back; and who
    /// does not answer in four seconds is left in time for the next.
    /// </summary>
    public LineLimits LimitsOf(string provider) => NoticeLimits with
    {
        CallTimeout = TimeSpan.FromSeconds(4),
        CircuitOpensAfter = int.MaxValue,
        CallsPerSecond = Notices.CallsPerSecond.GetValueOrDefault(provider),
    };

    public static PartnerSettings Read(IConfiguration configuration, HostSettings settings)
    {
        var sms = configuration.GetSection("Sms");
        var email = configuration.GetSection("Email");
        var app = configuration.GetSection("AppNotices");
        return new PartnerSettings
        {
            Sms = sms.Exists() ? Checked(SmsOf(sms), value => value.Validate()) : settings.IsDevelopment ? SandboxNotices.Sms(settings) : null,
            App = app.Exists() ? Checked(app.Get<AppNoticeSettings>()!, value => value.Validate()) : settings.IsDevelopment ? SandboxNotices.App(settings) : null,
            Notices = Checked(NoticeSettings.Read(configuration, settings.IsDevelopment), value => value.Validate()),
            Email = email.Exists() ? CheckedEmail(email, settings) : settings.IsDevelopment ? SandboxEmail(settings) : null,
            Runtime = RuntimeOf(configuration, settings),
        };
    }

    private static RuntimeOptions RuntimeOf(IConfiguration configuration, HostSettings settings)
    {
        var options = configuration.GetSection("Runtime").Get<RuntimeOptions>() ?? new RuntimeOptions();
        return options.ArchiveFolder is null ? options with { ArchiveFolder = settings.ArchiveFolder } : options;
    }

    private static EmailSettings CheckedEmail(IConfigurationSection section, HostSettings settings)
    {
        var email = Checked(section.Get<EmailSettings>()!, value => value.Validate());
        return email.AllowClearTextCredentials && !settings.IsDevelopment
            ? throw new SettingsException("Email:AllowClearTextCredentials is refused outside Development.")
            : email;
    }

    private static T Checked<T>(T settings, Func<T, IReadOnlyList<string>> validate)
    {
        var problems = validate(settings);
        return problems.Count == 0 ? settings : throw new SettingsException(string.Join(Environment.NewLine, problems));
    }

    private static SmsTrafficSettings SmsOf(IConfigurationSection section) => section["Endpoint"] is null
        ? section.Get<SmsTrafficSettings>()!
        : new SmsTrafficSettings { Viettel = section.Get<SmsBrandnameSettings>()! };

    /// <summary>Development default: the Sandbox's mail server.</summary>
    private static EmailSettings SandboxEmail(HostSettings settings) => new()
    {
        Host = "127.0.0.1",
        Port = settings.SandboxMailPort,
        Security = SmtpSecurity.None,
        From = "khongtraloi@dvcqg.example",
        MaxConnections = 8,
    };
}
