using System.Collections.Frozen;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>What one of VNPAY's codes means.</summary>
/// <param name="Code">The code.</param>
/// <param name="Meaning">The meaning, in English.</param>
/// <param name="Result">What it says about the payment.</param>
public sealed record VnpayCode(string Code, string Meaning, PaymentResult Result);

/// <summary>VNPAY's codes of payments (A1).</summary>
public static class VnpayCodes
{
    /// <summary>vnp_ResponseCode of a payment.</summary>
    public static IReadOnlyList<VnpayCode> Payment { get; } =
    [
        new("00", "paid", PaymentResult.Paid),
        new("07", "debited, suspected fraud: to be looked at by hand", PaymentResult.Unknown),
        new("09", "no internet banking on the card or account", PaymentResult.Failed),
        new("10", "identity given wrong more than three times", PaymentResult.Failed),
        new("11", "expired before it was paid", PaymentResult.Failed),
        new("12", "card or account locked", PaymentResult.Failed),
        new("13", "wrong one-time password", PaymentResult.Failed),
        new("24", "cancelled by the payer", PaymentResult.Failed),
        new("51", "balance not sufficient", PaymentResult.Failed),
        new("65", "beyond the account's daily limit", PaymentResult.Failed),
        new("75", "the bank is under maintenance", PaymentResult.Failed),
        new("79", "payment password given wrong too often", PaymentResult.Failed),
        new("99", "another error", PaymentResult.Failed),
    ];

    /// <summary>vnp_TransactionStatus.</summary>
    public static IReadOnlyList<VnpayCode> Status { get; } =
    [
        new("00", "successful", PaymentResult.Paid),
        new("01", "not complete", PaymentResult.Unknown),
        new("02", "failed", PaymentResult.Failed),
        new("04", "reversed: the bank debited, VNPAY did not succeed", PaymentResult.Unknown),
        new("05", "VNPAY is working on the refund", PaymentResult.Unknown),
        new("06", "VNPAY has sent the refund to the bank", PaymentResult.Unknown),
        new("07", "suspected fraud", PaymentResult.Unknown),
        new("09", "refund rejected", PaymentResult.Unknown),
    ];

    private static readonly FrozenDictionary<string, VnpayCode> PaymentByCode = Payment.ToFrozenDictionary(row => row.Code, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, VnpayCode> StatusByCode = Status.ToFrozenDictionary(row => row.Code, StringComparer.Ordinal);

    /// <summary>
    /// What two codes say together: paid only when both are 00 (VNPAY's samples disagree, A1), failed only when both say so. All else is
    /// unknown, and asked about.
    /// </summary>
    public static PaymentResult ResultOf(string responseCode, string status)
    {
        var response = PaymentByCode.GetValueOrDefault(responseCode)?.Result ?? PaymentResult.Unknown;
        var transaction = StatusByCode.GetValueOrDefault(status)?.Result ?? PaymentResult.Unknown;
        return response == transaction ? response : PaymentResult.Unknown;
    }

    /// <summary>What a status alone says, in an answer to querydr.</summary>
    public static PaymentResult ResultOf(string status) => StatusByCode.GetValueOrDefault(status)?.Result ?? PaymentResult.Unknown;
}
