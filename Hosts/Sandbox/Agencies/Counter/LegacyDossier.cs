using DichVuCong.Contracts;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Agencies.Journeys;
using DichVuCong.Sandbox.Agencies.Systems;
using G1 = DichVuCong.Adapters.OneStop.Wire.G1;

namespace DichVuCong.Sandbox.Agencies.Counter;

/// <summary>
/// The dossier that the closed province's system still brings in at its start: received before its agencies were closed. Its code, contents
/// and times are always the same, so that a sandbox that is started again only repeats itself.
/// </summary>
internal static class LegacyDossier
{
    /// <summary>The system.</summary>
    public const string System = "H22";

    private const string Code = "000.00.01.H22-250616-00001";

    private static readonly DateTimeOffset ReceivedAt = VietnamTime.At(new DateOnly(2025, 6, 16), new TimeOnly(8, 30));

    /// <summary>Has the system send it.</summary>
    public static void Send(AgencySystem system, DossierBook book, JourneyGuide guide, DateTimeOffset now)
    {
        if (now < ReceivedAt) return;
        var dossier = book.Open(system, Code, isCounter: true);
        if (dossier.IsSynced) return; // Brought back from before.
        lock (dossier)
        {
            dossier.Copies = 1;
            dossier.Journey = JourneyTable.All[0];
            dossier.IsOld = true;
            var content = new G1.Dossier
            {
                MaHoSo = Code,
                MaTTHC = "1.001193",
                TenTTHC = "Đăng ký khai sinh",
                MaLinhVuc = "G15-HT02",
                TenLinhVuc = "Hộ tịch",
                ChuHoSo = "Vàng Thị Mỷ",
                LoaiDoiTuong = "1",
                TrichYeuHoSo = "Đăng ký khai sinh",
                NgayTiepNhan = VietnamTime.ToWire(ReceivedAt),
                TrangThaiHoSo = "1",
                HinhThuc = "0",
                DonViXuLy = "Bộ phận Một cửa tỉnh Hà Giang",
            };
            dossier.Keep(content, pushed: null);
            dossier.Facts = DossierFacts.Of(content);
        }

        guide.Introduce(dossier, ReceivedAt);
    }
}
