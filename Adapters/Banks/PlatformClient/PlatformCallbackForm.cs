using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.PlatformClient;

/// <summary>The callback of the older platform: a POST of JSON with MaXacThuc in callback order (5.3).</summary>
/// <param name="settings">The settings, valid.</param>
/// <param name="replyAuthentication">How MaXacThuc of our reply is made.</param>
public sealed class PlatformCallbackForm(
    PlatformClientSettings settings, ReplyAuthentication replyAuthentication = ReplyAuthentication.Computed) : ICallbackForm
{
    private const string Message = "CALLBACK";
    private const int MaxBytes = 64 * 1024;
    private readonly KeyRing<SecretKey> _keys = settings.Keys();

    /// <inheritdoc/>
    public string Partner => settings.Partner;

    /// <inheritdoc/>
    public CallbackReading Read(CallbackRequest request)
    {
        if (request.Method != "POST") return CallbackReading.Malformed(Message, "method", "must be POST");
        if (PartnerJson.Read(request.Body.Span, MaxBytes) is not { } json) return CallbackReading.Malformed(Message, "body", "is no JSON object");
        var key = MaXacThuc.KeyOf(MaXacThuc.CallbackOrder, json.Text, _keys.ActiveAt(request.ReceivedAt));
        if (key is null) return CallbackReading.BadSignature(Message, PlatformNames.MaXacThuc, json);
        if (json.Text(PlatformNames.MaDoiTac) != settings.MaDoiTac) return CallbackReading.Malformed(Message, PlatformNames.MaDoiTac, "is not ours", json);
        if (settings.CallbackType is { } type && json.Text(PlatformNames.LoaiBanTin) != type)
        {
            return CallbackReading.Malformed(Message, PlatformNames.LoaiBanTin, "is not that of a callback", json);
        }

        var (payment, fault) = PlatformPayments.Read(
            json, settings.Partner, key.KeyId, PlatformResults.OfMaLoi(json.Text(PlatformNames.MaLoi) ?? ""));
        return payment is null ? CallbackReading.Malformed(fault!, json) : new CallbackReading.Verified(payment) { Echo = json };
    }

    /// <inheritdoc/>
    public CallbackReply Reply(CallbackReading reading, CallbackOutcome outcome, string receipt = "")
    {
        var (_, text) = PlatformReplyTable.Of(outcome);
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            // The callback's receiver knows two codes: 00 taken, 99 not (5.3).
            [PlatformNames.MaLoi] = outcome is CallbackOutcome.Accepted or CallbackOutcome.Duplicate ? PlatformResults.Success : "99",
            [PlatformNames.MoTaLoi] = text,
        };
        foreach (var name in MaXacThuc.CallbackOrder.Where(name => name != PlatformNames.MaLoi)) fields[name] = reading.Echo?.Text(name);
        fields[PlatformNames.MaXacThuc] = Authentication(reading, fields);
        return PlatformReplyBody.Of(PlatformReplyForm.Direct, fields);
    }

    private string? Authentication(CallbackReading reading, Dictionary<string, string?> fields)
    {
        if (replyAuthentication is ReplyAuthentication.Echo) return reading.Echo?.Text(PlatformNames.MaXacThuc);
        // Only who proved to be the platform gets something signed, or anybody could have texts of his choice hashed with our secret.
        return reading is CallbackReading.Verified verified && _keys.ByName(verified.Payment.KeyId) is { } key
            ? MaXacThuc.Of(MaXacThuc.CallbackOrder, fields.GetValueOrDefault, key)
            : null;
    }
}
