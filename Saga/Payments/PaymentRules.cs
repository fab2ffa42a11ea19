using System.Collections.Frozen;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Payments;

/// <summary>What payments are watched by. Each is a setting: the texts leave them open, or may change them.</summary>
public sealed record PaymentRules
{
    private const string Unverified = "General knowledge of the State Bank's rules (Circular 15/2024/TT-NHNN and 41/2025/TT-NHNN); no text was available.";

    /// <summary>When a partner that has not called is asked. Basis: decisions, Payments.</summary>
    public AskSchedule Asks { get; init; } = AskSchedule.Default;

    /// <summary>The same for partners that want it otherwise, by their codes.</summary>
    public IReadOnlyDictionary<string, AskSchedule> AsksByPartner { get; init; } = FrozenDictionary<string, AskSchedule>.Empty;

    /// <summary>How long a link that was given lives: until then after the end of the time to pay, a partner's not knowing ends nothing. Basis: ours.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The time of day in Vietnam from which a payment belongs to the next day, where the bank named none. Basis: decisions, Payments.</summary>
    public TimeSpan CutOff { get; init; } = TimeSpan.FromHours(23);

    /// <summary>The same for partners that have it otherwise, by their codes. VNPAY counts calendar days.</summary>
    public IReadOnlyDictionary<string, TimeSpan> CutOffByPartner { get; init; } =
        new Dictionary<string, TimeSpan> { ["vnpay"] = TimeSpan.FromHours(24) }.ToFrozenDictionary();

    /// <summary>When a partner that accepted a refund is asked what became of it, counted from its acceptance. Basis: ours.</summary>
    public AskSchedule RefundAsks { get; init; } = new([TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)], TimeSpan.FromHours(4), TimeSpan.FromDays(3));

    /// <summary>How often it is asked after that, until it says how it ended. Basis: ours.</summary>
    public TimeSpan RefundAsksAfterwards { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long a partner that shows a payment's refunds may show nothing of one that it accepted, before that counts as rejected. Basis: ours.
    /// </summary>
    public TimeSpan RefundShownWithin { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a partner may leave a refund without any answer before it is a difference. Basis: ours.</summary>
    public TimeSpan RefundAnswerWithin { get; init; } = TimeSpan.FromDays(1);

    /// <summary>When a ministry's system is told again what it did not take. Basis: decisions, Payments.</summary>
    public AskSchedule Confirmations { get; init; } = AskSchedule.Default;

    /// <summary>The states that a ministry's system is told by callback (A25.3: every payment status).</summary>
    public IReadOnlySet<OrderState> ConfirmedStates { get; init; } =
        new[] { OrderState.Paid, OrderState.Failed, OrderState.Expired, OrderState.Cancelled, OrderState.Refunded }.ToFrozenSet();

    /// <summary>Working days after settlement within which the agency gives its receipt. Basis: decisions, Payments.</summary>
    public int ReceiptDays { get; init; } = 1;

    /// <summary>Within which time an inquiry is handled.</summary>
    public LegalLimit InquiryLimit { get; init; } = new(45, TimeUnit.WorkingDays, Unverified, IsVerified: false);

    /// <summary>Within which time a payer may claim, counted from the transaction's day.</summary>
    public LegalLimit ClaimLimit { get; init; } = new(60, TimeUnit.CalendarDays, Unverified, IsVerified: false);

    /// <summary>Working days after which those who have not answered an inquiry are reminded, again and again. Basis: ours.</summary>
    public int ReminderDays { get; init; } = 5;

    /// <summary>The calendar in which inquiries are counted.</summary>
    public string InquiryCalendar { get; init; } = "vn";

    /// <summary>The day to which a payment belongs whose bank named none.</summary>
    public DateOnly DayOf(string partner, DateTimeOffset at)
    {
        var isLater = VietnamTime.Local(at).TimeOfDay >= CutOffByPartner.GetValueOrDefault(partner, CutOff);
        return VietnamTime.DayOf(at).AddDays(isLater ? 1 : 0);
    }

    /// <summary>When a partner is asked.</summary>
    public AskSchedule AsksOf(string partner) => AsksByPartner.GetValueOrDefault(partner, Asks);
}
