using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.OneStop.Inbound;

/// <summary>A row of CapNhatTienDoHoSoMC in the words of the domain.</summary>
public sealed class InboundProgress
{
    private InboundProgress(DossierCode dossier, AgencyStatusRow row)
    {
        Dossier = dossier;
        Row = row;
    }

    /// <summary>The dossier.</summary>
    public DossierCode Dossier { get; }

    /// <summary>The row of its history.</summary>
    public AgencyStatusRow Row { get; }

    /// <summary>Maps a row that was read; a row that was made may lack what is required.</summary>
    /// <param name="wire">The row.</param>
    /// <param name="path">Where it is in the call, for the fault.</param>
    public static WireResult<InboundProgress> Map(ProgressRow wire, string path = "")
    {
        if (!DossierCode.TryParse(wire.MaHoSo, out var dossier)) return Fault("MaHoSo", WireRule.MalformedDossierCode);
        if (WireDate.Instant(wire.ThoiDiemXuLy) is not { } at) return Fault("ThoiDiemXuLy", WireRule.MalformedDate);
        if (DossierStates.Of(wire.TrangThai) is not { } state) return Fault("TrangThai", WireRule.MalformedNumber);
        return new(new InboundProgress(dossier, new AgencyStatusRow
        {
            RowId = RowIdentity.Of(dossier.Value, VietnamTime.ToWire(at), wire.TrangThai, wire.NguoiXuLy, wire.NoiDungXuLy),
            Source = StatusSource.Progress,
            State = state,
            At = at,
            Officer = wire.NguoiXuLy,
            Title = wire.ChucDanh,
            Department = wire.PhongBanXuLy,
            Text = wire.NoiDungXuLy,
        }));

        WireResult<InboundProgress> Fault(string field, WireRule rule) =>
            new(WireFault.Of(WireObjects.Progress, field, path.Length == 0 ? field : $"{path}.{field}", rule));
    }
}
