namespace DichVuCong.Contracts.Payments;

/// <summary>Updates an inquiry's row in the registry.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="TransactionNo">The partner's number of the transaction; null when there is none.</param>
/// <param name="Day">The day the transaction belongs to.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Answers">Who has answered.</param>
/// <param name="Deadline">By when it should be closed.</param>
/// <param name="ClaimUntil">Until when the payer may claim.</param>
/// <param name="CarriedTo">The day it was carried over to last; null while it was not.</param>
/// <param name="Overdue">Whether the deadline has passed.</param>
[MessageName("payments.update-inquiry-row.v1")]
public sealed record UpdateInquiryRow(
    string Difference,
    string? TransactionNo,
    DateOnly Day,
    InquiryState State,
    DateTimeOffset Since,
    InquiryParty Answers,
    DateTimeOffset Deadline,
    DateTimeOffset ClaimUntil,
    DateOnly? CarriedTo,
    bool Overdue);

/// <summary>Keeps what was said in an inquiry, and by whom.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Step">What it was.</param>
/// <param name="Text">The words.</param>
/// <param name="By">The account, or the reconciliation's run.</param>
/// <param name="At">When.</param>
[MessageName("payments.keep-inquiry-step.v1")]
public sealed record KeepInquiryStep(string Difference, InquiryStep Step, string Text, string By, DateTimeOffset At);
