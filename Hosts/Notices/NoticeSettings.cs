using System.Globalization;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Notifications;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Notices;

/// <summary>How people are told: section Notices.</summary>
public sealed class NoticeSettings
{
    /// <summary>The hours in which what does not press rings nobody's telephone; an empty text for none. Default 21:00-07:00, in Development none.</summary>
    public string QuietHours { get; init; } = "";

    /// <summary>Channels of which the next is used when the one before it fails: <c>App</c>, <c>Sms</c>. Default none: all at once.</summary>
    public IReadOnlyList<NoticeChannels> Fallback { get; init; } = [];

    /// <summary>How long a channel of Fallback has. Default 10 minutes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long eSMS has for its report. Default 24 hours.</summary>
    public TimeSpan ReportWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Messages started in a second, by SMS provider. Default: no limit.</summary>
    public IReadOnlyDictionary<string, double?> CallsPerSecond { get; init; } = new Dictionary<string, double?>(StringComparer.Ordinal);

    /// <summary>Reads the section.</summary>
    public static NoticeSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection("Notices");
        return new NoticeSettings
        {
            QuietHours = section[nameof(QuietHours)] ?? (isDevelopment ? "" : "21:00-07:00"),
            Fallback = section.GetSection(nameof(Fallback)).Get<NoticeChannels[]>() ?? [],
            Patience = section.GetValue(nameof(Patience), TimeSpan.FromMinutes(10)),
            ReportWindow = section.GetValue(nameof(ReportWindow), TimeSpan.FromHours(24)),
            CallsPerSecond = section.GetSection(nameof(CallsPerSecond)).GetChildren().ToDictionary(
                child => child.Key, child => double.TryParse(child.Value, CultureInfo.InvariantCulture, out var calls) ? calls : (double?)double.NaN, StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is.</summary>
    public IReadOnlyList<string> Validate() =>
    [
        .. QuietHours.Length > 0 && Saga.Notifications.QuietHours.TryParse(QuietHours) is null ? ["Notices:QuietHours must be like 21:00-07:00, or empty."] : Array.Empty<string>(),
        .. Fallback.Any(channel => channel is not (NoticeChannels.Sms or NoticeChannels.Email or NoticeChannels.App)) ? ["Notices:Fallback must name Sms, Email or App."] : Array.Empty<string>(),
        .. Fallback.Distinct().Count() < Fallback.Count ? ["Notices:Fallback names a channel twice."] : Array.Empty<string>(),
        .. Patience <= TimeSpan.Zero ? ["Notices:Patience must be longer than zero."] : Array.Empty<string>(),
        .. ReportWindow <= TimeSpan.Zero ? ["Notices:ReportWindow must be longer than zero."] : Array.Empty<string>(),
        .. CallsPerSecond.Where(entry => !SmsProviders.All.Contains(entry.Key)).Select(entry => $"Notices:CallsPerSecond:{entry.Key}: there is no such SMS provider."),
        .. CallsPerSecond.Where(entry => entry.Value is not > 0).Select(entry => $"Notices:CallsPerSecond:{entry.Key} must be a number above zero."),
    ];

    /// <summary>The saga's rules.</summary>
    /// <param name="sms">The SMS providers; null when none is configured.</param>
    public NoticeRules Rules(SmsTrafficSettings? sms) => new()
    {
        SmsProviders = sms?.Providers ?? [],
        Quiet = QuietHours.Length == 0 ? null : Saga.Notifications.QuietHours.TryParse(QuietHours),
        Fallback = Fallback,
        Patience = Patience,
        ReportWindows = sms?.Esms?.CallbackUrl is null
            ? new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
            : new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { [Adapters.SmsBrandname.SmsProviders.Esms] = ReportWindow },
    };
}
