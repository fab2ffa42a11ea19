using System.Collections.Frozen;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>
/// Our replies to a transaction (A3). VietQR stops at error false, and sends again after a time-out, a broken connection and the codes that
/// we declare retryable; E98 is to be declared so. The codes are ours: the document lets the partner choose.
/// </summary>
internal static class VietQrReplies
{
    private static readonly FrozenDictionary<CallbackOutcome, (int Status, bool IsError, string Reason, string Text)> Rows =
        new Dictionary<CallbackOutcome, (int, bool, string, string)>
        {
            [CallbackOutcome.Accepted] = (200, false, "000", "Success"),
            [CallbackOutcome.Duplicate] = (200, false, "000", "Success"),
            [CallbackOutcome.UnknownOrder] = (200, true, "E01", "Order not found"),
            [CallbackOutcome.AmountMismatch] = (200, true, "E04", "Invalid amount"),
            [CallbackOutcome.BadSignature] = (401, true, "E97", "Invalid token or sign"),
            [CallbackOutcome.TransientFailure] = (503, true, "E98", "Try again later"),
            [CallbackOutcome.Malformed] = (400, true, "E03", "Invalid data"),
        }.ToFrozenDictionary();

    /// <summary>The reply.</summary>
    /// <param name="outcome">What the transaction came to.</param>
    /// <param name="receipt">Our number of it; for a repeat that of the first time.</param>
    public static CallbackReply Of(CallbackOutcome outcome, string receipt)
    {
        var (status, isError, reason, text) = Rows[outcome];
        return CallbackReply.Json(status, PartnerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("error");
            writer.WriteValue(isError);
            writer.WritePropertyName("errorReason");
            writer.WriteValue(reason);
            writer.WritePropertyName("toastMessage");
            writer.WriteValue(text);
            writer.WritePropertyName("object");
            if (isError) writer.WriteNull();
            else PartnerJson.WriteObject(writer, [("reftransactionid", receipt)]);
            writer.WriteEndObject();
        }));
    }
}
