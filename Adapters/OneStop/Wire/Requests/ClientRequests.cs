using DichVuCong.Adapters.OneStop.Wire.Json;
using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>The bodies that a one-stop system sends to the portal, as the known clients write them: for the sandbox and for integrators.</summary>
public static class ClientRequests
{
    /// <summary>The login (1.2).</summary>
    public static byte[] Login(LoginRequest login) => JsonBytes.Of(writer => WireShape<LoginRequest>.Instance.Write(writer, login));

    /// <summary>A call without contents: look-ups and catalogues (2.8, 3).</summary>
    public static byte[] Call(RequestEnvelope envelope) => JsonBytes.Of(writer => WriteEnvelope(writer, envelope, data: null));

    /// <summary>DongBoHoSoMC in the first generation (2.1).</summary>
    public static byte[] SyncDossiers(RequestEnvelope envelope, IReadOnlyList<G1.Dossier> dossiers) =>
        JsonBytes.Of(writer => WriteEnvelope(writer, envelope, () => WireObject.WriteArray(writer, dossiers)));

    /// <summary>DongBoHoSoMC in the second generation (2.1).</summary>
    public static byte[] SyncDossiers(RequestEnvelope envelope, IReadOnlyList<G2.Dossier> dossiers) =>
        JsonBytes.Of(writer => WriteEnvelope(writer, envelope, () => WireObject.WriteArray(writer, dossiers)));

    /// <summary>CapNhatTienDoHoSoMC (2.4).</summary>
    public static byte[] RecordProgress(RequestEnvelope envelope, IReadOnlyList<ProgressRow> rows) =>
        JsonBytes.Of(writer => WriteEnvelope(writer, envelope, () => WireObject.WriteArray(writer, rows)));

    /// <summary>DongBoTrangThaiHoSo (2.5): <c>data</c> is one object.</summary>
    public static byte[] SyncStatus(RequestEnvelope envelope, DossierStatus status) =>
        JsonBytes.Of(writer => WriteEnvelope(writer, envelope, () => WireShape<DossierStatus>.Instance.Write(writer, status)));

    /// <summary>Dossiers behind a province's proxy: the bare array (1.4).</summary>
    public static byte[] BareDossiers(IReadOnlyList<G2.Dossier> dossiers) => JsonBytes.Of(writer => WireObject.WriteArray(writer, dossiers));

    /// <summary>Progress rows behind a province's proxy: the bare array (1.4).</summary>
    public static byte[] BareProgress(IReadOnlyList<ProgressRow> rows) => JsonBytes.Of(writer => WireObject.WriteArray(writer, rows));

    /// <summary>Writes an envelope and its contents.</summary>
    internal static void WriteEnvelope(JsonTextWriter writer, RequestEnvelope envelope, Action? data)
    {
        writer.WriteStartObject();
        WireShape<RequestEnvelope>.Instance.WriteFields(writer, envelope);
        if (data is not null)
        {
            writer.WritePropertyName("data");
            data();
        }

        writer.WriteEndObject();
    }
}
