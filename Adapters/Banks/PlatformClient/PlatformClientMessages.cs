using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Banks.PlatformClient;

/// <summary>The bodies of INIT and QUERY as a client sends them (5.1, 5.4).</summary>
internal sealed class PlatformClientMessages(PlatformClientSettings settings)
{
    private const int MaxInfo = 210;

    /// <summary>The body of INIT.</summary>
    public byte[] Init(PlatformOrder order, DateTimeOffset now, SecretKey key)
    {
        var fields = Common("INIT", order.Reference, now);
        fields[PlatformNames.SoTien] = order.Amount.ToWire();
        fields[PlatformNames.LoaiHinhThanhToan] = "PAY";
        fields[PlatformNames.MaKenhThanhToan] = "1";
        fields[PlatformNames.MaThietBi] = "1";
        fields[PlatformNames.NgonNgu] = "vi-VN";
        fields[PlatformNames.MaTienTe] = PlatformNames.Currency;
        fields[PlatformNames.MaNganHang] = "PAYMENT";
        fields[PlatformNames.ThongTinGiaoDich] = PlainText.Of(order.Info, MaxInfo);
        fields[PlatformNames.Ip] = order.PayerIp?.ToString() ?? settings.ServerIp;
        var hash = MaXacThuc.Of(MaXacThuc.InitOrder, fields.GetValueOrDefault, key);
        return PartnerJson.Write(writer =>
        {
            writer.WriteStartObject();
            foreach (var name in MaXacThuc.InitOrder)
            {
                writer.WritePropertyName(name);
                writer.WriteValue(fields[name]);
            }

            writer.WritePropertyName(PlatformNames.ThongTinBienLai);
            ReceiptReader.Write(writer, order.Receipt);
            writer.WritePropertyName(PlatformNames.MaXacThuc);
            writer.WriteValue(hash);
            writer.WriteEndObject();
        });
    }

    /// <summary>The body of QUERY.</summary>
    public byte[] Query(string reference, DateTimeOffset now, SecretKey key)
    {
        var fields = Common("QUERY", reference, now);
        var hash = MaXacThuc.Of(MaXacThuc.QueryOrder, fields.GetValueOrDefault, key);
        return PartnerJson.Write([.. MaXacThuc.QueryOrder.Select(name => (name, fields[name])), (PlatformNames.MaXacThuc, hash)]);
    }

    private Dictionary<string, string?> Common(string type, string reference, DateTimeOffset now) => new(StringComparer.Ordinal)
    {
        [PlatformNames.LoaiBanTin] = type,
        [PlatformNames.PhienBan] = settings.Version,
        [PlatformNames.MaDoiTac] = settings.MaDoiTac,
        [PlatformNames.MaThamChieu] = reference,
        [PlatformNames.ThoiGianGD] = VietnamTime.ToWire(now),
    };
}
