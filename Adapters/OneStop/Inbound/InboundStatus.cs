using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.OneStop.Inbound;

/// <summary>A DongBoTrangThaiHoSo in the words of the domain.</summary>
public sealed class InboundStatus
{
    private InboundStatus(DossierCode dossier, string? agencyCode, AgencyStatusRow row)
    {
        Dossier = dossier;
        CodeAtAgency = agencyCode;
        Row = row;
    }

    /// <summary>The portal's code of the dossier.</summary>
    public DossierCode Dossier { get; }

    /// <summary>MaHoSoDonVi: the agency's own code of it; null when it named none.</summary>
    public string? CodeAtAgency { get; }

    /// <summary>The row of its history.</summary>
    public AgencyStatusRow Row { get; }

    /// <summary>
    /// Maps a status that was read. TrangThai is taken as a code of 2.6 as it is: that some clients fold 3, 7 and 8 into 5 cannot be undone
    /// here (2.5).
    /// </summary>
    /// <param name="wire">The status.</param>
    /// <param name="path">Where it is in the call, for the fault.</param>
    public static WireResult<InboundStatus> Map(DossierStatus wire, string path = "")
    {
        if (!DossierCode.TryParse(wire.MaHoSo, out var dossier)) return Fault("MaHoSo", WireRule.MalformedDossierCode);
        if (WireDate.Instant(wire.NgayXuLy) is not { } at) return Fault("NgayXuLy", WireRule.MalformedDate);
        if (DossierStates.Of(wire.TrangThai) is not { } state) return Fault("TrangThai", WireRule.MalformedNumber);
        return new(new InboundStatus(dossier, wire.MaHoSoDonVi, new AgencyStatusRow
        {
            RowId = RowIdentity.Of(dossier.Value, VietnamTime.ToWire(at), wire.TrangThai, wire.MaHoSoDonVi, wire.NoiDung),
            Source = StatusSource.Status,
            State = state,
            At = at,
            Text = wire.NoiDung,
        }));

        WireResult<InboundStatus> Fault(string field, WireRule rule) =>
            new(WireFault.Of(WireObjects.Status, field, path.Length == 0 ? field : $"{path}.{field}", rule));
    }
}
