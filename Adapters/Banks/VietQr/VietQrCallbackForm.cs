using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>Our <c>POST {base}/bank/api/transaction-sync</c> (A3): a movement on one of our accounts, with a token of ours.</summary>
/// <param name="settings">The settings, valid.</param>
/// <param name="tokens">The tokens given.</param>
public sealed class VietQrCallbackForm(VietQrSettings settings, IVietQrTokens tokens) : ICallbackForm
{
    private const string Message = "transaction-sync";
    private const int MaxBytes = 64 * 1024;

    // Names in any letter case: generations of the document differ.
    private static readonly FieldRule[] Rules =
    [
        new("transactionid", 100, Required: false),
        new("transactiontime", 20, Required: false),
        new("referencenumber", 100, Required: false),
        new("amount", 15, Form: FieldForm.Amount),
        new("content", 1000),
        new("bankaccount", 50),
        new("transType", 1),
        new("orderId", 19, Required: false, Form: FieldForm.Code),
    ];

    private readonly KeyRing<SecretKey> _keys = settings.Keys();

    /// <inheritdoc/>
    public string Partner => settings.Partner;

    /// <inheritdoc/>
    public CallbackReading Read(CallbackRequest request)
    {
        if (request.Method != "POST") return CallbackReading.Malformed(Message, "method", "must be POST");
        if (HttpAuthorization.Bearer(request) is not { } token || !tokens.IsActive(token, request.ReceivedAt))
        {
            return CallbackReading.BadSignature(Message, "Authorization");
        }

        if (PartnerJson.Read(request.Body.Span, MaxBytes) is not { } json) return CallbackReading.Malformed(Message, "body", "is no JSON object");
        if (KeyOf(json, request.ReceivedAt) is not { } keyId) return CallbackReading.BadSignature(Message, "sign");
        var fault = FieldRule.FirstFault(Rules, Message, json);
        return fault is null ? Movement(json, keyId) : CallbackReading.Malformed(fault);
    }

    /// <inheritdoc/>
    public CallbackReply Reply(CallbackReading reading, CallbackOutcome outcome, string receipt = "") => VietQrReplies.Of(outcome, receipt);

    private CallbackReading Movement(PartnerObject json, string keyId)
    {
        var kind = json.Text("transType");
        if (kind == "D") return new CallbackReading.NotAPayment("a debit of the account");
        if (kind != "C") return CallbackReading.Malformed(Message, "transType", "is D or C");
        // The number by which it is known; the bank's own where VietQR gives none of its reference.
        if ((Filled(json, "referencenumber") ?? Filled(json, "transactionid")) is not { } number)
        {
            return CallbackReading.Malformed(Message, "referencenumber", "is missing");
        }

        _ = Vnd.TryParseWire(json.Text("amount"), out var amount);
        return new CallbackReading.Verified(new PartnerPayment
        {
            Partner = settings.Partner,
            OrderReference = Filled(json, "orderId") ?? OrderInMemo.Find(json.Text("content"))?.Value ?? "",
            TransactionNo = number,
            IsNumberedAlone = true, // A repeat may come without its orderId.
            Amount = amount,
            Result = PaymentResult.Paid,
            Code = kind,
            Account = json.Text("bankaccount"),
            PaidAt = VietQrTime.Of(json.Text("transactiontime")),
            KeyId = keyId,
        });
    }

    private static string? Filled(PartnerObject json, string name) => json.Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private string? KeyOf(PartnerObject json, DateTimeOffset now)
    {
        if (settings.SignFields.Count == 0) return "token";
        var (sign, values) = (json.Text("sign"), settings.SignFields.Select(json.Text).ToList());
        return _keys.ActiveAt(now).FirstOrDefault(key => ConstantTime.HexEquals(sign, VietQrChecksums.Sign(key, values)))?.KeyId;
    }
}
