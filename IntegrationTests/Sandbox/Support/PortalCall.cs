using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;

namespace DichVuCong.Sandbox.Tests.Support;

/// <summary>A call that a system made to the portal, read by the adapter.</summary>
internal sealed record PortalCall(string User, string Path, string Query, string? DstCode, InboundRequest Request)
{
    public string Service => Request.Service;

    public IReadOnlyList<IDossier> Dossiers => Request is SyncDossiers sync ? [.. sync.Items.Select(item => item.Value!)] : [];

    public bool? IsUpdating => (Request as SyncDossiers)?.IsUpdating;

    public IReadOnlyList<ProgressRow> Rows => Request is RecordProgress progress ? [.. progress.Items.Select(item => item.Value!)] : [];

    public IEnumerable<string> Codes => Dossiers.Select(dossier => dossier.MaHoSo!).Concat(Rows.Select(row => row.MaHoSo!));
}
