using System.Collections.Frozen;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>Our replies to an IPN (A1): VNPAY stops at 00 and 02 and sends everything else again, 10 times at most, 5 minutes apart.</summary>
internal static class VnpayIpnReplies
{
    private static readonly FrozenDictionary<CallbackOutcome, CallbackReply> Replies =
        new (CallbackOutcome Outcome, string RspCode, string Message)[]
        {
            (CallbackOutcome.Accepted, "00", "Confirm Success"),
            (CallbackOutcome.Duplicate, "02", "Order already confirmed"),
            (CallbackOutcome.UnknownOrder, "01", "Order not found"),
            (CallbackOutcome.AmountMismatch, "04", "Invalid amount"),
            (CallbackOutcome.BadSignature, "97", "Invalid signature"),
            (CallbackOutcome.TransientFailure, "99", "Try again later"),
            (CallbackOutcome.Malformed, "99", "Input data required"),
        }.ToFrozenDictionary(row => row.Outcome, row => CallbackReply.Json(200, Body(row.RspCode, row.Message)));

    /// <summary>The reply to an outcome.</summary>
    public static CallbackReply Of(CallbackOutcome outcome) => Replies[outcome];

    private static byte[] Body(string code, string message) => PartnerJson.Write([("RspCode", code), ("Message", message)]);
}
