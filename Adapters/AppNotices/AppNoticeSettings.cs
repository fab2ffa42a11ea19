namespace DichVuCong.Adapters.AppNotices;

/// <summary>
/// How notices reach the VNeID app. No public interface exists (<c>external-parties.md</c> D6): this one is ours, to be replaced by the real one
/// behind the same operation.
/// </summary>
public sealed class AppNoticeSettings
{
    /// <summary>The base address; <c>v1/notices</c> is below it. Required.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The token of the Authorization header. Required; a secret.</summary>
    public string Token { get; init; } = "";

    /// <summary>
    /// Where the app reports what became of a notice: the Gateway's <c>/callbacks/app/</c> and the secret of <c>AppNotices:CallbackSecret</c>. Null:
    /// no reports.
    /// </summary>
    public Uri? ReportTo { get; init; }

    /// <summary>How long the app recognises an Idempotency-Key. Default 7 days.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a notice waits when our account or set-up is refused, which somebody must put right. Default 15 minutes.</summary>
    public TimeSpan ConfigurationRetryAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No value of a secret is in it.</summary>
    public IReadOnlyList<string> Validate() => [.. Rules.Where(rule => rule.Broken(this)).Select(rule => rule.Error)];

    private static readonly (Func<AppNoticeSettings, bool> Broken, string Error)[] Rules =
    [
        (settings => settings.Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Endpoint must be an absolute http or https address."),
        (settings => settings.ReportTo is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https" }), "ReportTo must be an absolute http or https address."),
        (settings => string.IsNullOrWhiteSpace(settings.Token), "Token is required."),
        (settings => settings.DuplicateWindow <= TimeSpan.Zero, "DuplicateWindow must be longer than zero."),
        (settings => settings.ConfigurationRetryAfter <= TimeSpan.Zero, "ConfigurationRetryAfter must be longer than zero."),
    ];
}
