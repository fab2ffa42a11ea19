using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Sandbox.Agencies.Systems;
using G1 = DichVuCong.Adapters.OneStop.Wire.G1;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>The bodies of a system's calls to the portal.</summary>
internal static class PortalBodies
{
    /// <summary>DongBoHoSoMC of one dossier.</summary>
    /// <param name="system">The system.</param>
    /// <param name="session">Its session; null for shapes without one.</param>
    /// <param name="dossier">The dossier, of the system's generation.</param>
    /// <param name="updating">isUpdating.</param>
    public static byte[] Whole(AgencySystem system, string? session, IDossier dossier, bool updating)
    {
        var envelope = Envelope(system, session, OneStopServices.SyncDossiers, updating ? bool.TrueString : bool.FalseString);
        return (dossier, system.Style.Shape) switch
        {
            (G1.Dossier first, ClientShape.Envelope) => ClientRequests.SyncDossiers(envelope, [first]),
            (G2.Dossier second, ClientShape.Envelope) => ClientRequests.SyncDossiers(envelope, [second]),
            (G2.Dossier second, _) => ClientRequests.BareDossiers([second]),
            (G1.Dossier first, _) => ClientRequests.BareDossiers([WholeDossier.AsG2(first)]),
            _ => throw new ArgumentException("A dossier is of one of the generations of the contract.", nameof(dossier)),
        };
    }

    /// <summary>CapNhatTienDoHoSoMC.</summary>
    public static byte[] Progress(AgencySystem system, string? session, IReadOnlyList<ProgressRow> rows) =>
        system.Style.Shape == ClientShape.Envelope
            ? ClientRequests.RecordProgress(Envelope(system, session, OneStopServices.RecordProgress, updating: null), rows)
            : ClientRequests.BareProgress(rows);

    private static RequestEnvelope Envelope(AgencySystem system, string? session, string service, string? updating) => new()
    {
        Session = session,
        MaDonVi = system.Login,
        Service = service,
        IsUpdating = updating,
    };
}
