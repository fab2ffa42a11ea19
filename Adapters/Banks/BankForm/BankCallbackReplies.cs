using System.Collections.Frozen;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>Our replies in the form for banks: a bank stops at 00 and 02, and sends everything else again.</summary>
internal static class BankCallbackReplies
{
    private static readonly FrozenDictionary<CallbackOutcome, (int Status, string Code, string Message)> Rows =
        new Dictionary<CallbackOutcome, (int, string, string)>
        {
            [CallbackOutcome.Accepted] = (200, "00", "Recorded"),
            [CallbackOutcome.Duplicate] = (200, "02", "Recorded before"),
            [CallbackOutcome.UnknownOrder] = (200, "01", "Order not found"),
            [CallbackOutcome.AmountMismatch] = (200, "04", "Amount or content differs"),
            [CallbackOutcome.BadSignature] = (401, "97", "Signature, key or time stamp not valid"),
            [CallbackOutcome.TransientFailure] = (503, "99", "Try again later"),
            [CallbackOutcome.Malformed] = (400, "03", "Not in the form agreed"),
        }.ToFrozenDictionary();

    /// <summary>The reply.</summary>
    public static CallbackReply Of(CallbackOutcome outcome, string receipt)
    {
        var (status, code, message) = Rows[outcome];
        return CallbackReply.Json(status, PartnerJson.Write([("code", code), ("message", message), ("receipt", receipt.Length > 0 ? receipt : null)]));
    }
}
