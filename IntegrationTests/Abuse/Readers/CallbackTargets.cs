using System.Text.Json;
using DichVuCong.Abuse.Tests.Endpoints;
using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Adapters.Banks.Vnpay;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>What payment partners tell and ask, in every form, signed after it was spoilt: read, and answered with every outcome that there is.</summary>
internal static class CallbackTargets
{
    private const string Stamp = "20261121080600";
    private const string Reference = "D26112100000000001";
    private const string Callback =
        """
        {"LoaiBanTin":"CONFIRM","MaLoi":"00","MaDoiTac":"DOITAC1","MaThamChieu":"D26112100000000001","SoTien":"150000","MaTienTe":"VND","MaGiaoDich":"GD0001",
         "MaNganHang":"VCB","ThoiGianGD":"20261121080530","ThongTinGiaoDich":"Nop le phi","MaXacThuc":"{{hash:platform}}"}
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 6, 0, TimeSpan.FromHours(7));
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");
    private static readonly VnpayIpnForm Vnpay = new(VnpaySettings.Development(Nowhere, Nowhere));
    private static readonly BankCallbackForm Bank = new(BankFormSettings.Development("mb", Nowhere));
    private static readonly VietQrCallbackForm VietQr = new(VietQrSettings.Development(Nowhere), new AnyToken());
    private static readonly PlatformCallbackForm Older = new(new PlatformClientSettings
    {
        Enabled = true,
        MaDoiTac = DevelopmentDefaults.PlatformPartner,
        Secrets = [new SecretSetting { KeyId = "development", Secret = DevelopmentDefaults.PlatformSecret }],
    });

    private static readonly PlatformReader Platform = new(PlatformSettings.Development, new PlatformPartners(PlatformSettings.Development));
    private static readonly PlatformReplies Replies = new(PlatformSettings.Development);

    private static readonly Doc[] BankForms = [Doc.Parse(Named(PaymentSamples.BankForm))];
    private static readonly Doc[] Movements = [Doc.Parse(Named(PaymentSamples.VietQr))];
    private static readonly Doc[] Callbacks = [Doc.Parse(Callback)];
    private static readonly Doc[] Requests = [Doc.Parse(Named(PaymentSamples.Init)), Doc.Parse(Named(PaymentSamples.Query))];

    public static IEnumerable<IFuzzTarget> All =>
    [
        new ReaderTarget("vnpay-ipn", Ipn, bytes => Read(Vnpay, new CallbackRequest("GET", bytes, default, Headers(bytes), Now)), "VnpayIpnForm.Read", "VnpayQuery.TryRead", "ICallbackForm.Read"),
        new ReaderTarget("bank-callback", dice => Json(dice, BankForms), bytes => Read(Bank, Post(bytes)), "BankCallbackForm.Read", "PartnerJson.Read"),
        new ReaderTarget("vietqr-movement", dice => Json(dice, Movements), bytes => Read(VietQr, Post(bytes)), "VietQrCallbackForm.Read"),
        new ReaderTarget("platform-callback", dice => InputSignatures.SignPlatform(Json(dice, Callbacks)), bytes => Read(Older, Post(bytes)), "PlatformCallbackForm.Read"),
        new ReaderTarget("platform-request", dice => InputSignatures.SignPlatform(Json(dice, Requests)), ReadRequest, "PlatformReader.Read"),
    ];

    private static byte[] Json(Dice dice, Doc[] samples) => ByteMutation.OfText(dice, JsonMutation.Spoil(dice, dice.Pick(samples)));

    private static byte[] Ipn(Dice dice)
    {
        var parts = PaymentSamples.Ipn.Select(one => $"{one.Name}={Uri.EscapeDataString(Named(one.Value))}").ToList();
        for (var changes = dice.Below(4); changes > 0; changes--)
        {
            var at = dice.Below(parts.Count);
            parts[at] = dice.Below(4) switch
            {
                0 => parts[at].ToUpperInvariant(),
                1 => parts[dice.Below(parts.Count)],
                2 => parts[at] + HttpSpoiling.Escaped(dice, dice.Pick(Nasty.Texts)),
                _ => $"{PaymentSamples.Ipn[at].Name}={HttpSpoiling.Escaped(dice, Nasty.Text(dice))}",
            };
        }

        var signed = InputSignatures.SignQuery(string.Join('&', parts) + "&vnp_SecureHash={{hash:vnpay}}");
        return dice.OnceIn(5) ? ByteMutation.Spoil(dice, signed) : signed;
    }

    private static string? Read(ICallbackForm form, CallbackRequest request)
    {
        var reading = form.Read(request);
        if (reading is CallbackReading.Verified { Payment: var payment })
        {
            if (payment.ContentHash.Length != 64 || payment.Identity.Length == 0 || payment.Amount.Amount <= 0) return "a payment that cannot be";
            if (payment.ToString().Contains(Nasty.Canary, StringComparison.OrdinalIgnoreCase) && payment.OrderReference.Length > 100) return "a payment without bounds";
        }

        if (reading is CallbackReading.Refused refused && Broken(refused.Fault) is { } broken) return broken;
        return Enum.GetValues<CallbackOutcome>().Select(outcome => Broken(form.Reply(reading, outcome, "GN1"))).FirstOrDefault(fault => fault is not null);
    }

    private static string? ReadRequest(byte[] body)
    {
        var reading = Platform.Read(body, Now);
        if (reading is PlatformReading.Refused refused) return Broken(refused.Fault) ?? Broken(Replies.Refuse(reading, refused.Outcome, Now));
        return Broken(Replies.Payable(reading, Nowhere, Now)) ?? Broken(Replies.Receipt(reading, Nowhere, Now)) ?? Broken(Replies.Refuse(reading, CallbackOutcome.AmountMismatch, Now));
    }

    private static string? Broken(Adapters.Banks.Wire.PartnerFault fault)
    {
        if (fault.Code.Length == 0 || fault.Message.Length == 0) return "a fault without code or message";
        return $"{fault.Code} {fault.Field} {fault.Message}".Contains(Nasty.Canary, StringComparison.OrdinalIgnoreCase) ? $"a fault that repeats what was sent ({fault.Code})" : null;
    }

    private static string? Broken(CallbackReply reply)
    {
        try
        {
            using var json = JsonDocument.Parse(reply.Body);
            return json.RootElement.ValueKind == JsonValueKind.Object && reply.Status is 200 or 400 or 401 or 503 ? null : $"a reply of status {reply.Status} that is no object";
        }
        catch (JsonException)
        {
            return "a reply that is no JSON";
        }
    }

    private static CallbackRequest Post(byte[] body) => new("POST", default, body, Headers(body), Now);

    private static Dictionary<string, string> Headers(byte[] body) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["X-Key-Id"] = "development",
        ["X-Timestamp"] = Stamp,
        ["X-Signature"] = InputSignatures.OfBank(body),
        ["Authorization"] = "Bearer any",
    };

    /// <summary>A sample of a call, with what the gateway's own inputs get only when they are sent.</summary>
    private static string Named(string sample) => sample
        .Replace("$ID", "FT26325000001", StringComparison.Ordinal).Replace("{{order:1}}", Reference, StringComparison.Ordinal)
        .Replace("{{time:now}}", Stamp, StringComparison.Ordinal).Replace("{{init:0}}", "prepared-init", StringComparison.Ordinal)
        .Replace("{{dossier:0}}", "H29.168-261121-5000001", StringComparison.Ordinal);

    private sealed class AnyToken : IVietQrTokens
    {
        public bool IsActive(string token, DateTimeOffset now) => true;
    }
}
