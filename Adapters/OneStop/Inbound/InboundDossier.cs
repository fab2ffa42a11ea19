using System.Diagnostics;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Adapters.OneStop.Wire.Shapes;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.OneStop.Inbound;

/// <summary>A dossier of DongBoHoSoMC in the words of the domain: the row of its history, and the facts to register it when it is new.</summary>
public sealed class InboundDossier
{
    private InboundDossier(IDossier wire, DateTimeOffset receivedAt, DossierState state)
    {
        AsSent = wire;
        Dossier = DossierCode.Parse(wire.MaHoSo!);
        Procedure = ProcedureCode.Parse(wire.MaTTHC!);
        ProcedureName = wire.TenTTHC;
        SectorCode = wire.MaLinhVuc;
        SectorName = wire.TenLinhVuc;
        AgencyName = wire.DonViXuLy;
        OwnerAccount = wire.MaDoiTuong;
        Channel = wire.KenhThucHien switch { "2" => FilingChannel.Online, "3" => FilingChannel.Post, _ => FilingChannel.Direct };
        ReceivedAt = receivedAt;
        FiledAt = WireDate.Instant(wire.NgayNopHoSo);
        AppointmentAt = WireDate.Instant(wire.NgayHenTra);
        Fees = FeesOf(wire);
        ContentHash = RowIdentity.HashOf(CanonicalOf(wire));
        Row = new AgencyStatusRow
        {
            RowId = RowIdentity.OfHash(ContentHash),
            Source = StatusSource.Dossier,
            State = state,
            At = DossierTime.Of(wire, state, receivedAt),
            ReceivedAt = ReceivedAt,
            AppointmentAt = AppointmentAt,
            Text = wire.GhiChu,
        };
    }

    /// <summary>The dossier as it was read: personal data.</summary>
    public IDossier AsSent { get; }

    /// <summary>The dossier's code.</summary>
    public DossierCode Dossier { get; }

    /// <summary>The procedure as the agency named it, with a suffix of its own if it has one.</summary>
    public ProcedureCode Procedure { get; }

    /// <summary>TenTTHC.</summary>
    public string? ProcedureName { get; }

    /// <summary>MaLinhVuc.</summary>
    public string? SectorCode { get; }

    /// <summary>TenLinhVuc.</summary>
    public string? SectorName { get; }

    /// <summary>DonViXuLy: a name, not a code; which agency it is follows from the call's madonvi and the dossier's code.</summary>
    public string? AgencyName { get; }

    /// <summary>MaDoiTuong: the owner's portal account, in which the portal mirrors the dossier (A33.4).</summary>
    public string? OwnerAccount { get; }

    /// <summary>KenhThucHien; missing or unknown counts as direct (<c>one-stop-and-portal-wire.md</c> 7.4, 3.3).</summary>
    public FilingChannel Channel { get; }

    /// <summary>NgayTiepNhan, or NgayNopHoSo where it is missing (7.4, 3.2).</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>NgayNopHoSo.</summary>
    public DateTimeOffset? FiledAt { get; }

    /// <summary>NgayHenTra.</summary>
    public DateTimeOffset? AppointmentAt { get; }

    /// <summary>
    /// DanhSachLePhi. With status 6 it says what is to be paid, with any other what was. DanhSachLePhiBoSung is not among them: no source ever
    /// fills the list of supplements that holds it (2.3), so that nobody knows what such a line would ask for.
    /// </summary>
    public IReadOnlyList<InboundFee> Fees { get; }

    /// <summary>
    /// SHA-256 of the canonical content, 64 hexadecimal digits: equal for the same dossier written in another form (types, letter case, order,
    /// date form, links made anew for the same file id), different when anything else changed.
    /// </summary>
    public string ContentHash { get; }

    /// <summary>The row of the dossier's history.</summary>
    public AgencyStatusRow Row { get; }

    /// <summary>Maps a dossier that was read.</summary>
    /// <param name="wire">The dossier.</param>
    /// <param name="path">Where it is in the call, for the fault: <see cref="Wire.Requests.InboundItem{T}.Path"/>.</param>
    /// <returns>The dossier, or a fault: required fields are missing when <paramref name="wire"/> was not read but made.</returns>
    public static WireResult<InboundDossier> Map(IDossier wire, string path = "")
    {
        if (!DossierCode.TryParse(wire.MaHoSo, out _)) return Fault("MaHoSo", WireRule.MalformedDossierCode);
        if (!ProcedureCode.TryParse(wire.MaTTHC, out _)) return Fault("MaTTHC", WireRule.MalformedProcedureCode);
        if (DossierStates.Of(wire.TrangThaiHoSo) is not { } state) return Fault("TrangThaiHoSo", WireRule.MalformedNumber);
        return (WireDate.Instant(wire.NgayTiepNhan) ?? WireDate.Instant(wire.NgayNopHoSo)) is { } receivedAt
            ? new(new InboundDossier(wire, receivedAt, state))
            : Fault("NgayTiepNhan", WireRule.Missing);

        WireResult<InboundDossier> Fault(string field, WireRule rule) =>
            new(WireFault.Of(WireObjects.Dossier, field, path.Length == 0 ? field : $"{path}.{field}", rule));
    }

    /// <summary>The dossier with all its fields, the links included, as UTF-8 JSON in the contract's own names.</summary>
    public byte[] ToJson() => AsSent switch
    {
        Wire.G1.Dossier dossier => WireObject.Json(dossier),
        Wire.G2.Dossier dossier => WireObject.Json(dossier),
        _ => throw NoGeneration(),
    };

    private static byte[] CanonicalOf(IDossier wire) => wire switch
    {
        Wire.G1.Dossier dossier => WireObject.Canonical(dossier),
        Wire.G2.Dossier dossier => WireObject.Canonical(dossier),
        _ => throw NoGeneration(),
    };

    private static IReadOnlyList<InboundFee> FeesOf(IDossier wire) => wire switch
    {
        Wire.G1.Dossier first => [.. first.DanhSachLePhi.Select(fee => new InboundFee(fee.LoaiPhiLePhi, fee.MaPhiLePhi, fee.TenPhiLePhi, fee.Gia))],
        Wire.G2.Dossier second => [.. second.DanhSachLePhi.Select(fee => new InboundFee(fee.LoaiPhiLePhi, fee.MaPhiLePhi, fee.TenPhiLePhi, fee.Gia))],
        _ => throw NoGeneration(),
    };

    private static UnreachableException NoGeneration() => new("A dossier is of one of the generations of the contract.");
}
