using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Notifications;

/// <summary>How people are told. All of it is ours: no source fixes it (decisions; A33.2-3).</summary>
public sealed record NoticeRules
{
    /// <summary>
    /// The SMS providers in the order in which they are tried. Empty: there is one line for SMS, and what is on it waits until it is taken.
    /// </summary>
    public IReadOnlyList<string> SmsProviders { get; init; } = [];

    /// <summary>How long a notice rests when no provider took it; twice as long after each round.</summary>
    public TimeSpan FirstRest { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest rest.</summary>
    public TimeSpan LongestRest { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For how long providers are tried before a notice has failed.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>When what does not press rings nobody's telephone; null: always.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>
    /// Channels of which the next is used only when the one before it fails, for notices that press no more than <see cref="NoticeUrgency.Normal"/>.
    /// Fewer than two: all channels of the registration at once. What presses always goes out on all.
    /// </summary>
    public IReadOnlyList<NoticeChannels> Fallback { get; init; } = [];

    /// <summary>How long a channel of <see cref="Fallback"/> has before the next is used as well.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a provider that tells of deliveries has for it; then the delivery stays unconfirmed. By provider, <c>app</c> for the app.</summary>
    public IReadOnlyDictionary<string, TimeSpan> ReportWindows { get; init; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>Channels that ring.</summary>
    private const NoticeChannels Ringing = NoticeChannels.Sms | NoticeChannels.App;

    /// <summary>Until when a notice must wait; null when it may go out now.</summary>
    internal DateTimeOffset? QuietUntil(NoticeChannels channel, NoticeUrgency urgency, DateTimeOffset now) =>
        urgency >= NoticeUrgency.Normal && Ringing.HasFlag(channel) ? Quiet?.EndOf(now) : null;

    /// <summary>The channels of which one after the other is used.</summary>
    internal IReadOnlyList<NoticeChannels> FallbackOf(NoticeUrgency urgency) => urgency >= NoticeUrgency.Normal ? Fallback : [];

    /// <summary>How long the provider of a channel has for its report; null when it sends none.</summary>
    internal TimeSpan? ReportWindowOf(NoticeChannels channel, string? provider) =>
        ReportWindows.TryGetValue(channel == NoticeChannels.App ? "app" : provider ?? "", out var window) ? window : null;

    /// <summary>How long a notice rests after so many rounds.</summary>
    internal TimeSpan RestAfter(int rounds)
    {
        var rest = FirstRest * Math.Pow(2, Math.Min(rounds, 16) - 1);
        return rest > LongestRest ? LongestRest : rest;
    }
}

/// <summary>Hours of the day in Vietnam in which what does not press waits.</summary>
/// <param name="From">They begin.</param>
/// <param name="To">They end, on the next day when this is earlier.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Reads <c>21:00-07:00</c>.</summary>
    /// <returns>Null when it is no such text, or begins when it ends.</returns>
    public static QuietHours? TryParse(string? text)
    {
        var parts = text?.Split('-', StringSplitOptions.TrimEntries) ?? [];
        return parts.Length == 2 && TimeOnly.TryParseExact(parts[0], "HH:mm", out var from) && TimeOnly.TryParseExact(parts[1], "HH:mm", out var to) && from != to
            ? new QuietHours(from, to)
            : null;
    }

    /// <summary>When the quiet hours end in which an instant lies; null when it lies in none.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset instant)
    {
        var local = VietnamTime.Local(instant);
        var time = TimeOnly.FromDateTime(local.DateTime);
        // IsBetween knows hours over midnight: the beginning belongs to them, the end does not.
        if (!time.IsBetween(From, To)) return null;
        var end = VietnamTime.At(DateOnly.FromDateTime(local.DateTime), To);
        return end > local ? end : end.AddDays(1);
    }
}
