using DichVuCong.Adapters.AppNotices;
using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Notices;

/// <summary>
/// Those who bring notices to people: sections Sms, Email, AppNotices and Notices (<c>Sms__Viettel__Password</c> in the environment). A section Sms
/// with an Endpoint of its own is Viettel's alone, as it was before there were several providers.
/// </summary>
public sealed class NoticePartners
{
    /// <summary>The SMS providers; null when none is configured.</summary>
    public SmsTrafficSettings? Sms { get; private init; }

    /// <summary>The mail server; null when it is not configured.</summary>
    public EmailSettings? Email { get; private init; }

    /// <summary>The VNeID app's notices; null when they are not configured.</summary>
    public AppNoticeSettings? App { get; private init; }

    /// <summary>How people are told.</summary>
    public required NoticeSettings Telling { get; init; }

    /// <summary>What is not configured, and whose notices therefore wait.</summary>
    public IEnumerable<string> NotConfigured
    {
        get
        {
            if (Sms is null) yield return "SMS";
            if (Email is null) yield return "E-mail";
            if (App is null) yield return "VNeID app notices";
        }
    }

    /// <summary>Reads the settings; in Development what is not configured is the Sandbox's.</summary>
    /// <exception cref="SettingsException">A setting is wrong, or refused outside Development; the message names every field that is.</exception>
    public static NoticePartners Read(IConfiguration configuration, HostSettings settings)
    {
        var (sms, email, app) = (configuration.GetSection("Sms"), configuration.GetSection("Email"), configuration.GetSection("AppNotices"));
        return new NoticePartners
        {
            Sms = IsSetUp(sms) ? Checked("Sms", SmsOf(sms), value => value.Validate()) : settings.IsDevelopment ? SandboxNotices.Sms(settings) : null,
            Email = IsSetUp(email) ? CheckedEmail(email, settings) : settings.IsDevelopment ? SandboxNotices.Email(settings) : null,
            App = IsSetUp(app) ? Checked("AppNotices", app.Get<AppNoticeSettings>()!, value => value.Validate()) : settings.IsDevelopment ? SandboxNotices.App(settings) : null,
            Telling = Checked("Notices", NoticeSettings.Read(configuration, settings.IsDevelopment), value => value.Validate()),
        };
    }

    /// <summary>The secrets of the Gateway stand in the same sections: they alone set nothing up.</summary>
    private static bool IsSetUp(IConfigurationSection section) =>
        section.GetChildren().Any(child => child.Key is not ("CallbackSecret" or "BounceSecret" or "Returned")
            && !(child.GetChildren().Any() && child.GetChildren().All(inner => inner.Key == "CallbackSecret")));

    private static SmsTrafficSettings SmsOf(IConfigurationSection section) => section["Endpoint"] is null
        ? section.Get<SmsTrafficSettings>()!
        : new SmsTrafficSettings { Viettel = section.Get<SmsBrandnameSettings>()! };

    private static EmailSettings CheckedEmail(IConfigurationSection section, HostSettings settings)
    {
        var email = Checked("Email", section.Get<EmailSettings>()!, value => value.Validate());
        return email.AllowClearTextCredentials && !settings.IsDevelopment
            ? throw new SettingsException("Email:AllowClearTextCredentials is refused outside Development.")
            : email;
    }

    private static T Checked<T>(string section, T settings, Func<T, IReadOnlyList<string>> validate)
    {
        var problems = validate(settings);
        return problems.Count == 0 ? settings : throw new SettingsException(string.Join(Environment.NewLine, problems.Select(problem => $"{section}: {problem}")));
    }
}
