using DichVuCong.Adapters.Banks.Callbacks;

namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>The stable codes of outcomes, as they are kept and logged.</summary>
internal static class CallbackOutcomes
{
    private static readonly Dictionary<CallbackOutcome, string> Codes = new()
    {
        [CallbackOutcome.Accepted] = "accepted",
        [CallbackOutcome.Duplicate] = "duplicate",
        [CallbackOutcome.UnknownOrder] = "unknown-order",
        [CallbackOutcome.AmountMismatch] = "amount-mismatch",
        [CallbackOutcome.BadSignature] = "bad-signature",
        [CallbackOutcome.TransientFailure] = "transient-failure",
        [CallbackOutcome.Malformed] = "malformed",
    };

    /// <summary>The code of an outcome.</summary>
    public static string CodeOf(CallbackOutcome outcome) => Codes[outcome];
}
