using DichVuCong.Registries.Settings;
using DichVuCong.Saga.Accounts;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker.Accounts;

/// <summary>
/// What of the rules of accounts is ours to set: section <c>Accounts</c> (<c>Accounts__NoticeDays</c> in the environment). The terms that a text
/// names - 2 working hours, 6 months - are not among it.
/// </summary>
internal sealed record AccountRuleSettings
{
    /// <summary>How many days before an officer's account is locked for inactivity that is announced. Default 14.</summary>
    public int NoticeDays { get; init; } = 14;

    /// <summary>Working days within which a suspension is reported (A11.3 says "at the same time"). Default 1.</summary>
    public int ReportWorkingDays { get; init; } = 1;

    /// <summary>How many days before an agency's review is due it is reminded for the first time. Default 30.</summary>
    public int ReviewNoticeDays { get; init; } = 30;

    /// <summary>Working days after which an overdue review is called for again. Default 5.</summary>
    public int ReviewReminderDays { get; init; } = 5;

    /// <summary>For how long events of accounts can be followed (<c>GET /v1/account-events</c>). Default 30 days.</summary>
    public int EventDays { get; init; } = 30;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">Something is wrong; the message names every such setting.</exception>
    public static AccountRuleSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Accounts");
        var settings = section.Get<AccountRuleSettings>() ?? new AccountRuleSettings();
        var problems = settings.Validate().Select(problem => $"{section.Path}:{problem}").ToList();
        return problems.Count == 0 ? settings : throw new SettingsException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>The rules with these settings.</summary>
    public AccountRules Rules()
    {
        var rules = new AccountRules();
        return rules with
        {
            NoticeDays = NoticeDays,
            ReportLimit = rules.ReportLimit with { Amount = ReportWorkingDays },
            ReviewNoticeDays = ReviewNoticeDays,
            ReviewReminderDays = ReviewReminderDays,
        };
    }

    private IEnumerable<string> Validate()
    {
        if (NoticeDays is < 1 or > 60) yield return "NoticeDays is 1 to 60.";
        if (ReportWorkingDays is < 1 or > 30) yield return "ReportWorkingDays is 1 to 30.";
        if (ReviewNoticeDays is < 1 or > 90) yield return "ReviewNoticeDays is 1 to 90.";
        if (ReviewReminderDays is < 1 or > 30) yield return "ReviewReminderDays is 1 to 30.";
        if (EventDays is < 1 or > 3653) yield return "EventDays is 1 to 3653.";
    }
}
