using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>Where an inquiry stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<InquiryState>))]
public enum InquiryState : byte
{
    /// <summary>Answers are awaited.</summary>
    Open = 1,

    /// <summary>The bank and the agency have answered.</summary>
    Answered = 2,

    /// <summary>One person proposed to close it; another has yet to agree.</summary>
    ClosingProposed = 3,

    /// <summary>Two persons closed it, or a later file matched.</summary>
    Closed = 4,
}

/// <summary>Who has a part in an inquiry.</summary>
[Flags]
public enum InquiryParty : byte
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The bank or intermediary.</summary>
    Bank = 1,

    /// <summary>The collecting agency.</summary>
    Agency = 2,
}

/// <summary>A party's answer. The words are kept beside the inquiry; the latest of a party counts.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Party">Who answers: exactly one of those who were asked.</param>
/// <param name="Text">The answer, without personal data.</param>
/// <param name="AnsweredBy">The account that answers.</param>
[MessageName("payments.answer-inquiry.v1")]
public sealed record AnswerInquiry(string Difference, InquiryParty Party, string Text, string AnsweredBy);

/// <summary>Proposes to close an inquiry: the first pair of eyes.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Reason">Why, without personal data; never empty.</param>
/// <param name="ProposedBy">The account that proposes.</param>
[MessageName("payments.propose-closing.v1")]
public sealed record ProposeClosing(string Difference, string Reason, string ProposedBy);

/// <summary>Agrees to close an inquiry, or sends it back: the second pair of eyes.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Agreed">Whether it is closed.</param>
/// <param name="Reason">Why, without personal data; never empty.</param>
/// <param name="DecidedBy">The account that decides: another than the one that proposed.</param>
[MessageName("payments.decide-closing.v1")]
public sealed record DecideClosing(string Difference, bool Agreed, string Reason, string DecidedBy);

/// <summary>A late or corrected file made both sides agree: the inquiry is closed by the rule that matched.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Run">The reconciliation's run.</param>
/// <param name="Rule">The rule that matched.</param>
[MessageName("payments.resolve-inquiry.v1")]
public sealed record ResolveInquiry(string Difference, string Run, string Rule);

/// <summary>A reconciliation of a later day found the difference still open: it is carried over to that day.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Day">The day it is carried to.</param>
[MessageName("payments.carry-inquiry.v1")]
public sealed record CarryInquiry(string Difference, DateOnly Day);
