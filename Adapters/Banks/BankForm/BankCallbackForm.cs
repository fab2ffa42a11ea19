using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>
/// A bank's callback in our form: JSON whose raw bytes are signed. The time stands in a header and, under the signature, in the body; both
/// are the same and near our clock, so that a message that somebody kept cannot come back later.
/// </summary>
/// <param name="settings">The settings, valid.</param>
public sealed class BankCallbackForm(BankFormSettings settings) : ICallbackForm
{
    private const string Message = "payment";
    private const int MaxBytes = 64 * 1024;

    private static readonly FieldRule[] Rules =
    [
        new("orderReference", 100, Form: FieldForm.Code),
        new("transactionNo", 100, Form: FieldForm.Code),
        new("amountVnd", 15, Form: FieldForm.Amount),
        new("status", 10),
        new(BankFormNames.PaymentCode, 20, Form: FieldForm.Code),
        new("payerBank", 50, Required: false),
        new("beneficiaryAccount", 50, Required: false),
        new("paidAt", 14, Required: false, Form: FieldForm.Time),
        new(BankFormNames.SentAt, 14, Form: FieldForm.Time),
    ];

    private readonly BodySignatures _signatures = BodySignatures.Of(settings);

    /// <inheritdoc/>
    public string Partner => settings.Partner;

    /// <inheritdoc/>
    public CallbackReading Read(CallbackRequest request)
    {
        if (request.Method != "POST") return CallbackReading.Malformed(Message, "method", "must be POST");
        if (request.Body.Length > MaxBytes) return CallbackReading.Malformed(Message, "body", "is too large");
        var keyId = request.Header(BankFormNames.KeyId);
        if (!_signatures.Verifies(keyId, request.Header(BankFormNames.Signature), request.Body, request.ReceivedAt))
        {
            return CallbackReading.BadSignature(Message, BankFormNames.Signature);
        }

        if (PartnerJson.Read(request.Body.Span, MaxBytes) is not { } json) return CallbackReading.Malformed(Message, "body", "is no JSON object");
        if (!IsFresh(request, json)) return CallbackReading.BadSignature(Message, BankFormNames.Timestamp);
        var fault = FieldRule.FirstFault(Rules, Message, json);
        return fault is null ? Payment(json, keyId!) : CallbackReading.Malformed(fault);
    }

    /// <inheritdoc/>
    public CallbackReply Reply(CallbackReading reading, CallbackOutcome outcome, string receipt = "") => BankCallbackReplies.Of(outcome, receipt);

    private bool IsFresh(CallbackRequest request, PartnerObject json) =>
        VietnamTime.TryParseWire(request.Header(BankFormNames.Timestamp), out var stamp)
        && request.Header(BankFormNames.Timestamp) == json.Text(BankFormNames.SentAt)
        && (request.ReceivedAt - stamp).Duration() <= settings.Drift;

    private CallbackReading Payment(PartnerObject json, string keyId)
    {
        if (BankStatus.Of(json.Text("status")) is not { } result) return CallbackReading.Malformed(Message, "status", "is SUCCESS, FAILED or PENDING");
        _ = Vnd.TryParseWire(json.Text("amountVnd"), out var amount);
        return new CallbackReading.Verified(new PartnerPayment
        {
            Partner = settings.Partner,
            OrderReference = json.Text("orderReference")!,
            TransactionNo = json.Text("transactionNo")!,
            Amount = amount,
            Result = result,
            Code = json.Text(BankFormNames.PaymentCode)!,
            Bank = json.Text("payerBank"),
            Account = json.Text("beneficiaryAccount"),
            PaidAt = VietnamTime.TryParseWire(json.Text("paidAt"), out var paidAt) ? paidAt : null,
            KeyId = keyId,
        });
    }
}
