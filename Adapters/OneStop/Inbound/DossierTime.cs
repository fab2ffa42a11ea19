using System.Collections.Frozen;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.OneStop.Inbound;

/// <summary>
/// The time of a dossier's state. DongBoHoSoMC carries none of its own, so the date that belongs to the state stands for it
/// (<c>decisions.md</c>, Order).
/// </summary>
internal static class DossierTime
{
    /// <summary>
    /// The dates of a state, the best first. A dossier handed over whose NgayTra is missing was at least processed: with NgayKetThucXuLy it
    /// does not fall behind its own row of state 9.
    /// </summary>
    private static readonly FrozenDictionary<DossierState, Func<IDossier, string?>[]> DatesOf =
        new Dictionary<DossierState, Func<IDossier, string?>[]>
        {
            [DossierState.Returned] = [dossier => dossier.NgayTra, dossier => dossier.NgayKetThucXuLy],
            [DossierState.Processed] = [dossier => dossier.NgayKetThucXuLy],
            [DossierState.NotAccepted] = [dossier => dossier.NgayTuChoi],
        }.ToFrozenDictionary();

    /// <summary>The state's time, or else the time the dossier was received.</summary>
    public static DateTimeOffset Of(IDossier dossier, DossierState state, DateTimeOffset receivedAt) =>
        DatesOf.TryGetValue(state, out var dates)
            ? dates.Select(date => WireDate.Instant(date(dossier))).FirstOrDefault(date => date is not null) ?? receivedAt
            : receivedAt;
}
