using System.Globalization;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Contracts;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Agencies.Journeys;

/// <summary>The row of CapNhatTienDoHoSoMC that tells of a step (<c>one-stop-and-portal-wire.md</c> 2.4).</summary>
internal static class StepRow
{
    private static readonly string[] Officers =
    [
        "Nguyễn Thị Hạnh", "Trần Văn Bình", "Lê Thị Thu", "Phạm Minh Đức", "Hoàng Thị Yến", "Vũ Quốc Khánh", "Đặng Thị Ngọc", "Bùi Văn Lợi",
    ];

    /// <summary>The row of a step.</summary>
    public static ProgressRow Of(AgencyDossier dossier, Journey journey, int step, DateTimeOffset at, long seed)
    {
        var taken = journey.Steps[step];
        return new ProgressRow
        {
            MaHoSo = dossier.Code,
            NguoiXuLy = Officers[Chance.Number(seed, "officer", dossier.System.Code, taken.State) % (ulong)Officers.Length],
            ChucDanh = taken.Title,
            ThoiDiemXuLy = VietnamTime.ToWire(at),
            PhongBanXuLy = taken.Department,
            NoiDungXuLy = taken.What,
            TrangThai = taken.State.ToString(CultureInfo.InvariantCulture),
        };
    }
}
