using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>What does not agree between us, a partner and an agency. The first are found by an order, those from 20 by a reconciliation, those from 30 where fees are stated.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DifferenceKind>))]
public enum DifferenceKind : byte
{
    /// <summary>Less was paid than the order's amount: the order stays open.</summary>
    AmountShort = 1,

    /// <summary>One transaction was told with two amounts, or with none that anybody can pay.</summary>
    AmountDiffers = 2,

    /// <summary>The order was paid again, or more than its amount, after settlement began.</summary>
    DoublePayment = 3,

    /// <summary>A transaction was told with two results.</summary>
    StatusDiffers = 4,

    /// <summary>The partner took a payment back after money of it had been settled or refunded.</summary>
    ReversedTooLate = 5,

    /// <summary>More or less was settled than is there to settle.</summary>
    SettlementDiffers = 6,

    /// <summary>Money was settled of which no payment is known here.</summary>
    SettledWithoutPayment = 7,

    /// <summary>Money was settled to an account that is not the order's.</summary>
    BeneficiaryDiffers = 8,

    /// <summary>The partner rejected a refund, or told two ends of it.</summary>
    RefundRejected = 9,

    /// <summary>The partner did not end a refund in time.</summary>
    RefundUnanswered = 10,

    /// <summary>The partner still does not know whether it was paid.</summary>
    StillUnknown = 11,

    /// <summary>A cancelled order was paid after settlement of another of its payments began.</summary>
    PaidAfterCancelling = 12,

    /// <summary>We have it, the partner does not.</summary>
    MissingAtPartner = 20,

    /// <summary>The partner has it, we do not.</summary>
    MissingHere = 21,

    /// <summary>The partner has it more than once.</summary>
    Duplicate = 22,

    /// <summary>A refund of the one has none of the other.</summary>
    RefundUnmatched = 23,

    /// <summary>It was expected in a later file and did not come.</summary>
    ExpectedLaterMissing = 24,

    /// <summary>What the fees of a dossier come to, or whether they are stated already, cannot be said: nobody is charged by them.</summary>
    FeesUnclear = 30,
}

/// <summary>Opens an inquiry (tra soát) on a difference; the difference's identity makes it one.</summary>
/// <param name="Difference">The difference's identity.</param>
/// <param name="Kind">What does not agree.</param>
/// <param name="Partner">The partner's code; empty when no partner is concerned.</param>
/// <param name="Reference">The order; null when nothing here belongs to it.</param>
/// <param name="Agency">The collecting agency; null when it is not known.</param>
/// <param name="TransactionNo">The partner's number of the transaction; null when there is none.</param>
/// <param name="Expected">What we have.</param>
/// <param name="Found">What the partner has.</param>
/// <param name="Day">The day the transaction belongs to.</param>
[MessageName("payments.open-inquiry.v1")]
public sealed record OpenInquiry(
    string Difference,
    DifferenceKind Kind,
    string Partner,
    PaymentReference? Reference,
    AgencyCode? Agency,
    string? TransactionNo,
    Vnd Expected,
    Vnd Found,
    DateOnly Day);
