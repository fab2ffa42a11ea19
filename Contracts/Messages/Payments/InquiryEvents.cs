namespace DichVuCong.Contracts.Payments;

/// <summary>Something does not agree. The agency sees its own differences; the operators see all.</summary>
/// <param name="Difference">Its identity.</param>
/// <param name="Kind">What does not agree.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="Reference">The order, if there is one.</param>
/// <param name="Agency">The collecting agency, if it is known.</param>
/// <param name="TransactionNo">The partner's number of the transaction, if it is known.</param>
/// <param name="Day">The day the transaction belongs to.</param>
/// <param name="Expected">What we have.</param>
/// <param name="Found">What the partner has.</param>
/// <param name="Deadline">By when it should be closed.</param>
[MessageName("payments.difference-found.v1")]
public sealed record PaymentDifferenceFound(
    string Difference,
    DifferenceKind Kind,
    string Partner,
    PaymentReference? Reference,
    AgencyCode? Agency,
    string? TransactionNo,
    DateOnly Day,
    Vnd Expected,
    Vnd Found,
    DateTimeOffset Deadline);

/// <summary>Answers are still missing.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Missing">Whose.</param>
/// <param name="Count">The how manieth reminder it is.</param>
/// <param name="Deadline">By when it should be closed.</param>
[MessageName("payments.inquiry-reminded.v1")]
public sealed record InquiryReminded(string Difference, InquiryParty Missing, int Count, DateTimeOffset Deadline);

/// <summary>A limit of an inquiry passed and it is not closed.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="IsClaim">Whether it is the time in which the payer may claim, or else the time for handling.</param>
/// <param name="Limit">When it passed.</param>
[MessageName("payments.inquiry-overdue.v1")]
public sealed record InquiryOverdue(string Difference, bool IsClaim, DateTimeOffset Limit);

/// <summary>A proposal or a decision to close an inquiry was not accepted.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="By">The account that tried.</param>
/// <param name="Obstacle">Why not.</param>
[MessageName("payments.closing-not-allowed.v1")]
public sealed record ClosingNotAllowed(string Difference, string By, ClosingObstacle Obstacle);

/// <summary>An answer was not accepted: it is not that of exactly one of those who were asked.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="By">The account that answered.</param>
/// <param name="Party">For whom it answered.</param>
[MessageName("payments.answer-not-allowed.v1")]
public sealed record AnswerNotAllowed(string Difference, string By, InquiryParty Party);

/// <summary>An inquiry is closed.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="ByRule">Whether a later file matched, or else two persons closed it.</param>
/// <param name="Reason">Why: the rule, or the reason both persons agreed to.</param>
[MessageName("payments.inquiry-closed.v1")]
public sealed record InquiryClosed(string Difference, bool ByRule, string Reason);
