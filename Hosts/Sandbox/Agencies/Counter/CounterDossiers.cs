using System.Globalization;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Timing;
using G1 = DichVuCong.Adapters.OneStop.Wire.G1;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.Sandbox.Agencies.Counter;

/// <summary>Makes up dossiers that people hand in at a counter: real procedures, invented people.</summary>
internal sealed class CounterDossiers
{
    private static readonly string[] Names =
    [
        "Nguyễn Văn An", "Trần Thị Bích", "Lê Hoàng Long", "Phạm Thị Mai", "Hoàng Văn Nam", "Vũ Thị Oanh", "Đỗ Minh Quân", "Ngô Thị Sen", "Bùi Đức Tài",
    ];

    private readonly IReadOnlyList<Procedure> _ofProvinces;
    private readonly IReadOnlyList<Procedure> _ofMinistries;
    private readonly CurrentSettings _settings;

    /// <summary>Creates it for the catalogue's procedures.</summary>
    public CounterDossiers(SystemDirectory systems, CurrentSettings settings)
    {
        _settings = settings;
        _ofProvinces = [.. systems.Procedures.Where(procedure => procedure.Levels.Contains(AdministrativeLevel.Province))];
        _ofMinistries = [.. systems.Procedures.Where(procedure => procedure.Levels.Contains(AdministrativeLevel.Ministry))];
        Systems = [.. systems.All.Where(system => system.Code != LegacyDossier.System)];
    }

    /// <summary>The systems that still take dossiers in.</summary>
    public IReadOnlyList<AgencySystem> Systems { get; }

    /// <summary>A dossier of a code: always the same one.</summary>
    public IDossier Make(AgencySystem system, string code, DateTimeOffset at)
    {
        var seed = _settings.Value.Seed;
        var choice = system.Code.StartsWith('G') ? _ofMinistries : _ofProvinces;
        var procedure = choice[(int)(Chance.Number(seed, "procedure", code) % (ulong)choice.Count)];
        var name = Names[Chance.Number(seed, "name", code) % (ulong)Names.Length];
        return system.Generation == WireGeneration.G1 ? First(system, code, at, procedure, name) : Second(system, code, at, procedure, name);
    }

    private static G1.Dossier First(AgencySystem system, string code, DateTimeOffset at, Procedure procedure, string name) => new()
    {
        MaHoSo = code,
        MaTTHC = procedure.Code.Value,
        TenTTHC = procedure.Name,
        MaLinhVuc = procedure.SectorCode,
        TenLinhVuc = procedure.SectorName,
        ChuHoSo = name,
        LoaiDoiTuong = "1",
        TrichYeuHoSo = procedure.Name.Length > 1000 ? procedure.Name[..1000] : procedure.Name,
        NgayTiepNhan = VietnamTime.ToWire(at),
        TrangThaiHoSo = "1",
        HinhThuc = "0",
        DonViXuLy = system.Name,
    };

    private static G2.Dossier Second(AgencySystem system, string code, DateTimeOffset at, Procedure procedure, string name)
    {
        var number = "0" + (Chance.Number(0, "identity", code) % 100_000_000_000).ToString("D11", CultureInfo.InvariantCulture);
        return new()
        {
            MaHoSo = code,
            MaTTHC = procedure.Code.Value,
            TenTTHC = procedure.Name,
            MaLinhVuc = procedure.SectorCode,
            TenLinhVuc = procedure.SectorName,
            KenhThucHien = "1",
            ChuHoSo = name,
            SoGiayToChuHoSo = number,
            LoaiDoiTuong = "1",
            TrichYeuHoSo = procedure.Name.Length > 1000 ? procedure.Name[..1000] : procedure.Name,
            NgayTiepNhan = VietnamTime.ToWire(at),
            NgayNopHoSo = VietnamTime.ToWire(at),
            TrangThaiHoSo = "1",
            HinhThuc = "0",
            DonViXuLy = system.Name,
            NoiNopHoSo = "2",
            HoSoCoThanhPhanSoHoa = "0",
            TaiKhoanDuocXacThucVoiVNeID = "0",
            DuocThanhToanTrucTuyen = "0",
            DinhDanhCHS = [new G2.OwnerIdentity { LoaiDinhDanh = "1", SoDinhDanh = number }],
        };
    }
}
