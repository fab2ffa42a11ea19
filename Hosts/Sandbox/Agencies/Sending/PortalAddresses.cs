using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Sandbox.Agencies.Systems;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>Where a system finds the portal's operations: the paths that the Gateway has by default (<c>one-stop-and-portal-wire.md</c> 1.1-1.4).</summary>
internal sealed class PortalAddresses
{
    private const string PortalDstCode = "VN:GOV:000.00.00.G22:vpcpdvcprovider";

    /// <summary>Puts the addresses of a system together.</summary>
    public PortalAddresses(Uri gateway, AgencySystem system)
    {
        var style = system.Style;
        var query = style.DstCode == DstCodePlace.Query ? $"?dstcode={Uri.EscapeDataString(PortalDstCode)}" : "";
        DstCodeHeader = style.DstCode == DstCodePlace.Header ? PortalDstCode : null;
        Login = At("/mapi/login");
        (Create, Update, Progress) = style.Shape switch
        {
            ClientShape.AgencyInQuery => (Syns(OneStopServices.SyncDossiers, "False"), Syns(OneStopServices.SyncDossiers, "True"), Syns(OneStopServices.RecordProgress, updating: null)),
            ClientShape.AddressPerOperation => (
                At("/KetNoiMotCuaQuocGia/ThemMoiHoSo"), At("/KetNoiMotCuaQuocGia/CapNhatHoSo"), At("/KetNoiMotCuaQuocGia/DongBoTienTrinh")),
            _ => (At("/mapi/integration"), At("/mapi/integration"), At("/mapi/integration")),
        };

        Uri At(string path) => new(gateway, style.Prefix + path + query);

        Uri Syns(string service, string? updating) =>
            At($"/api/SynsTTHCC/{service}?MaDinhDanhDV={system.Login}{(updating is null ? "" : $"&isUpdating={updating}")}");
    }

    /// <summary>The login.</summary>
    public Uri Login { get; }

    /// <summary>New dossiers.</summary>
    public Uri Create { get; }

    /// <summary>Dossiers that the portal knows.</summary>
    public Uri Update { get; }

    /// <summary>Progress rows.</summary>
    public Uri Progress { get; }

    /// <summary>The header of that name; null for none.</summary>
    public string? DstCodeHeader { get; }
}
