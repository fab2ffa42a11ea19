using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>Reads INIT, QUERY and GET_BILL of ministries: who asks, whether MaXacThuc is its own, then field by field.</summary>
/// <param name="settings">The settings, valid.</param>
/// <param name="partners">The partners.</param>
public sealed class PlatformReader(PlatformSettings settings, PlatformPartners partners)
{
    private const int MaxBytes = 256 * 1024;
    private static readonly PartnerFault Unreadable = new("body.malformed", "body", "Nội dung không phải là một đối tượng JSON hợp lệ.");
    private readonly PlatformRules _rules = new(settings);

    /// <summary>Reads a request. It throws for nothing that a partner may send.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="now">When it came in.</param>
    public PlatformReading Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        if (PartnerJson.Read(body.Span, MaxBytes) is not { } json) return PlatformReading.Of(CallbackOutcome.Malformed, Unreadable);
        var type = json.Text(PlatformNames.LoaiBanTin);
        if (_rules.OrderOf(type) is not { } order) return Malformed(PlatformNames.LoaiBanTin, "phải là INIT, QUERY hoặc GET_BILL", json);
        if (partners.Find(json.Text(PlatformNames.MaDoiTac)) is not { } partner)
        {
            return BadSignature(PlatformNames.MaDoiTac, "không phải là đối tác của nền tảng", json);
        }

        var key = MaXacThuc.KeyOf(order, json.Text, partner.Keys.ActiveAt(now));
        if (key is null) return BadSignature(PlatformNames.MaXacThuc, "không khớp với nội dung", json, partner);
        if (_rules.Check(type!, json) is { } fault) return PlatformReading.Of(CallbackOutcome.Malformed, fault, partner, json);
        var (request, receiptFault) = RequestOf(type!, json);
        return request is not null
            ? PlatformReading.Of(request, key.KeyId, partner, json)
            : PlatformReading.Of(CallbackOutcome.Malformed, receiptFault!, partner, json);
    }

    private static (PlatformRequest? Request, PartnerFault? Fault) RequestOf(string type, PartnerObject json)
    {
        var header = new PlatformHeader(type, Required(PlatformNames.MaDoiTac), Required(PlatformNames.MaThamChieu), Required(PlatformNames.ThoiGianGD));
        if (type == "QUERY") return (new PlatformRequest.Query(header), null);
        if (type == "GET_BILL") return (new PlatformRequest.GetBill(header), null);
        var (receipt, fault) = ReceiptReader.Read(json);
        if (receipt is null || !Vnd.TryParseWire(json.Text(PlatformNames.SoTien), out var amount)) return (null, fault);
        return (new PlatformRequest.Init(header)
        {
            SoTien = amount,
            ThongTinGiaoDich = Required(PlatformNames.ThongTinGiaoDich),
            MaNganHang = Required(PlatformNames.MaNganHang),
            Ip = json.Text(PlatformNames.Ip),
            ThongTinBienLai = receipt,
        }, null);

        // The rules have seen to it.
        string Required(string name) => json.Text(name)!;
    }

    private static PlatformReading Malformed(string field, string rule, PartnerObject json) =>
        PlatformReading.Of(CallbackOutcome.Malformed, new($"platform.{field}.malformed", field, $"Trường {field} {rule}."), null, json);

    private static PlatformReading BadSignature(string field, string rule, PartnerObject json, PlatformPartner? partner = null) =>
        PlatformReading.Of(CallbackOutcome.BadSignature, new($"platform.{field}.wrong", field, $"Trường {field} {rule}."), partner, json);
}
