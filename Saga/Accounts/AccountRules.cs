using DichVuCong.Messaging;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Accounts;

/// <summary>What accounts are watched by. Each is a setting with its basis.</summary>
public sealed record AccountRules
{
    private const string Ours = "Ours: no text names a number.";

    /// <summary>Within which time a request is done, counted from its completeness: minutes of working time.</summary>
    public LegalLimit RequestLimit { get; init; } = new(2 * 60, TimeUnit.WorkingHours, "A10.4", IsVerified: true);

    /// <summary>After how many months without activity an account is locked.</summary>
    public LegalLimit InactivityLimit { get; init; } = new(6, TimeUnit.Months, "A11.1d", IsVerified: true);

    /// <summary>How many days before that it is announced. Basis: decisions, Accounts.</summary>
    public int NoticeDays { get; init; } = 14;

    /// <summary>Within which time a suspension is reported.</summary>
    public LegalLimit ReportLimit { get; init; } = new(1, TimeUnit.WorkingDays, "A11.3 says at the same time. " + Ours, IsVerified: false);

    /// <summary>Within how many months an agency reviews its accounts.</summary>
    public LegalLimit ReviewLimit { get; init; } = new(6, TimeUnit.Months, "A11.4", IsVerified: true);

    /// <summary>How many days before a review is due the agency is reminded for the first time. Basis: ours.</summary>
    public int ReviewNoticeDays { get; init; } = 30;

    /// <summary>Working days after which a review that is overdue is called for again. Basis: ours.</summary>
    public int ReviewReminderDays { get; init; } = 5;

    /// <summary>The calendar in which these are counted: that of TTDLQG's office.</summary>
    public string Calendar { get; init; } = "vn";
}
