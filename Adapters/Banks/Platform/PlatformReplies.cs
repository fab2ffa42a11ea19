using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>Our replies to ministries' requests, in the form that each reads. The status is 200: clients look into the body only then.</summary>
/// <param name="settings">The settings, valid.</param>
public sealed class PlatformReplies(PlatformSettings settings)
{
    /// <summary>INIT was taken, or taken before: where the payer goes.</summary>
    /// <exception cref="InvalidOperationException">The reading is no verified one.</exception>
    public CallbackReply Payable(PlatformReading reading, Uri payUrl, DateTimeOffset now) =>
        Signed(Verified(reading), now, Repeated(reading, PlatformResults.Success, ""), [(PlatformNames.UrlThanhToan, payUrl.AbsoluteUri)]);

    /// <summary>QUERY: where the payment stands.</summary>
    /// <exception cref="InvalidOperationException">The reading is no verified one.</exception>
    public CallbackReply State(PlatformReading reading, PlatformState state, DateTimeOffset now) => Signed(
        Verified(reading),
        now,
        PlatformStateFields.Of(state, reading.Echo?.Text(PlatformNames.LoaiBanTin) ?? ""),
        [(PlatformNames.TrangThaiGD, PlatformResults.StateOf(state.Result))]);

    /// <summary>GET_BILL: where the receipt can be fetched. (The other form of reply is the document itself.)</summary>
    /// <exception cref="InvalidOperationException">The reading is no verified one.</exception>
    public CallbackReply Receipt(PlatformReading reading, Uri receipt, DateTimeOffset now) =>
        Signed(Verified(reading), now, Repeated(reading, PlatformResults.Success, ""), [(PlatformNames.UrlBienLai, receipt.AbsoluteUri)]);

    /// <summary>GET_BILL: the receipt itself.</summary>
    public static CallbackReply Document(byte[] pdf) => new(200, "application/pdf", pdf);

    /// <summary>A refusal: the table's MaLoi, and the words of <paramref name="text"/> or the fault's own.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="now">When.</param>
    /// <param name="text">What the partner is told; null for what the reading or the table says.</param>
    public CallbackReply Refuse(PlatformReading reading, CallbackOutcome outcome, DateTimeOffset now, string? text = null)
    {
        var (code, words) = PlatformReplyTable.Of(outcome);
        var fields = Repeated(reading, code, text ?? (reading as PlatformReading.Refused)?.Fault.Message ?? words);
        return !IsProven(reading) || outcome is CallbackOutcome.BadSignature
            ? PlatformReplyBody.Of(reading.Partner?.ReplyForm ?? PlatformReplyForm.Direct, fields)
            : Signed(reading, now, fields, []);
    }

    private static PlatformReading.Verified Verified(PlatformReading reading) =>
        reading as PlatformReading.Verified ?? throw new InvalidOperationException("Only what was verified is answered with this.");

    // Who did not prove to be the partner gets nothing signed, or anybody could have texts of his choice hashed with its secret. What the host
    // made of the reading does not matter to that.
    private static bool IsProven(PlatformReading reading) =>
        reading.Partner is not null && reading is not PlatformReading.Refused { Outcome: CallbackOutcome.BadSignature };

    // What a reply says of the request, as far as it could be read.
    private static Dictionary<string, string?> Repeated(PlatformReading reading, string code, string text)
    {
        string[] repeated =
        [
            PlatformNames.LoaiBanTin, PlatformNames.MaDoiTac, PlatformNames.MaThamChieu, PlatformNames.SoTien, PlatformNames.MaTienTe,
            PlatformNames.MaNganHang, PlatformNames.ThoiGianGD, PlatformNames.ThongTinGiaoDich,
        ];
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal) { [PlatformNames.MaLoi] = code, [PlatformNames.MoTaLoi] = text };
        foreach (var name in repeated) fields[name] = reading.Echo?.Text(name);
        return fields;
    }

    private CallbackReply Signed(
        PlatformReading reading, DateTimeOffset now, Dictionary<string, string?> fields, IEnumerable<(string Name, string? Value)> unsigned)
    {
        var partner = reading.Partner ?? throw new InvalidOperationException("Nobody is known to whom this could be replied.");
        fields[PlatformNames.MaXacThuc] = settings.ReplyAuthentication is ReplyAuthentication.Echo
            ? reading.Echo?.Text(PlatformNames.MaXacThuc)
            : KeyOf(partner, reading, now) is { } key ? MaXacThuc.Of(MaXacThuc.CallbackOrder, fields.GetValueOrDefault, key) : null;
        foreach (var (name, value) in unsigned) fields[name] = value;
        return PlatformReplyBody.Of(partner.ReplyForm, fields);
    }

    // The key of the question: whoever asked with it can check with it.
    private static SecretKey? KeyOf(PlatformPartner partner, PlatformReading reading, DateTimeOffset now) =>
        (reading is PlatformReading.Verified verified ? partner.Keys.ByName(verified.KeyId) : null) ?? partner.Keys.ToSignAt(now);
}
