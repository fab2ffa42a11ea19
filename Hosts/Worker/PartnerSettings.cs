using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Messaging;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker;

/// <summary>The partners' settings: sections Sms, Email and Runtime (<c>Sms__Password</c> in the environment).</summary>
internal sealed class PartnerSettings
{
    /// <summary>The SMS provider; null when it is not configured.</summary>
    public SmsBrandnameSettings? Sms { get; private init; }

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
        }
    }

    /// <summary>
    /// What notice providers can bear. A fault of the configuration is retried slowly until somebody mends it: only the age of a notice ends
    /// its tries.
    /// </summary>
    public LineLimits NoticeLimits => LineLimits.Default with { Concurrency = NoticeConcurrency, MaxAttempts = 100_000 };

    public static PartnerSettings Read(IConfiguration configuration, HostSettings settings)
    {
        var sms = configuration.GetSection("Sms");
        var email = configuration.GetSection("Email");
        return new PartnerSettings
        {
            Sms = sms.Exists() ? Checked(sms.Get<SmsBrandnameSettings>()!, value => value.Validate()) : settings.IsDevelopment ? SandboxSms(settings) : null,
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

    /// <summary>Development default: the Sandbox's provider.</summary>
    private static SmsBrandnameSettings SandboxSms(HostSettings settings) => new()
    {
        Endpoint = new Uri($"http://127.0.0.1:{settings.SandboxPort}/sms/bulkapi"),
        User = "dev-sms",
        Password = "dev-sms",
        CPCode = "DEV",
        ServiceID = "DVCQG",
    };

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
