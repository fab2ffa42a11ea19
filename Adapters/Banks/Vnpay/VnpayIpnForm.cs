using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>VNPAY's IPN: a GET whose query is signed (A1).</summary>
/// <param name="settings">The settings, valid.</param>
public sealed class VnpayIpnForm(VnpaySettings settings) : ICallbackForm
{
    private const string Message = "IPN";
    private const int MaxReference = 100;
    private readonly KeyRing<SecretKey> _keys = settings.Keys();

    /// <inheritdoc/>
    public string Partner => settings.Partner;

    /// <inheritdoc/>
    public CallbackReading Read(CallbackRequest request)
    {
        if (request.Method != "GET") return CallbackReading.Malformed(Message, "method", "must be GET");
        if (VnpayQuery.TryRead(request.Query.Span) is not { IsEmpty: false } query) return CallbackReading.Malformed(Message, "query", "cannot be read");
        if (KeyOf(query, request.ReceivedAt) is not { } key) return CallbackReading.BadSignature(Message, VnpayNames.SecureHash);
        return query[VnpayNames.TmnCode] == settings.TmnCode
            ? Payment(query, key)
            : Malformed(VnpayNames.TmnCode, "is not our terminal");
    }

    /// <inheritdoc/>
    public CallbackReply Reply(CallbackReading reading, CallbackOutcome outcome, string receipt = "") => VnpayIpnReplies.Of(outcome);

    private static CallbackReading Malformed(string field, string rule) => CallbackReading.Malformed(Message, field, rule);

    private SecretKey? KeyOf(VnpayQuery query, DateTimeOffset now)
    {
        if (query[VnpayNames.SecureHash] is not { } hash) return null;
        var keys = _keys.ActiveAt(now).ToList();
        return query.SignedForms()
            .Select(Encoding.ASCII.GetBytes)
            .Select(form => keys.Find(key => ConstantTime.HexEquals(hash, key.HmacSha512(form))))
            .FirstOrDefault(key => key is not null);
    }

    private CallbackReading Payment(VnpayQuery query, SecretKey key)
    {
        if (query[VnpayNames.TxnRef] is not { Length: <= MaxReference } reference) return Malformed(VnpayNames.TxnRef, "is missing or too long");
        if (!VnpayAmount.TryParse(query[VnpayNames.Amount], out var amount)) return Malformed(VnpayNames.Amount, "is no amount");
        if (query[VnpayNames.ResponseCode] is not { } code) return Malformed(VnpayNames.ResponseCode, "is missing");
        if (query[VnpayNames.TransactionStatus] is not { } status) return Malformed(VnpayNames.TransactionStatus, "is missing");
        var paidAt = query[VnpayNames.PayDate] is { } text && VietnamTime.TryParseWire(text, out var instant) ? instant : (DateTimeOffset?)null;
        return new CallbackReading.Verified(new PartnerPayment
        {
            Partner = settings.Partner,
            OrderReference = reference,
            TransactionNo = VnpayTransaction.NumberOf(query[VnpayNames.TransactionNo]),
            Amount = amount,
            Result = VnpayCodes.ResultOf(code, status),
            Code = $"{code}/{status}",
            Bank = query[VnpayNames.BankCode],
            PaidAt = paidAt,
            KeyId = key.KeyId,
        });
    }
}
