namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>The operations of the contract by their names on the wire (<c>one-stop-and-portal-wire.md</c> 1.2, 2, 3).</summary>
public static class OneStopServices
{
    /// <summary>A dossier, whole (2.1).</summary>
    public const string SyncDossiers = "DongBoHoSoMC";

    /// <summary>Steps of the work on dossiers (2.4).</summary>
    public const string RecordProgress = "CapNhatTienDoHoSoMC";

    /// <summary>The status of a dossier that came from the portal (2.5).</summary>
    public const string SyncStatus = "DongBoTrangThaiHoSo";

    /// <summary>The same at a province's proxy (1.4).</summary>
    public const string SyncStatusOfProxy = "DongBoTrangThaiHoSoKM";

    /// <summary>Whether the portal knows a dossier; also the name under which the portal asks an agency (2.8).</summary>
    public const string LookUpDossier = "TraCuuHoSo";

    /// <summary>The portal account of a person or an organisation.</summary>
    public const string LookUpAccount = "TraCuuTechID";

    /// <summary>All procedures.</summary>
    public const string ListProcedures = "LayDanhSachTTHC";

    /// <summary>One procedure.</summary>
    public const string GetProcedure = "LayThuTuc";

    /// <summary>A publishing decision.</summary>
    public const string GetDecision = "LayQDCB";

    /// <summary>All online services.</summary>
    public const string ListServices = "LayDVC";

    /// <summary>All agencies.</summary>
    public const string ListAgencies = "LayDanhMucCoQuan";

    /// <summary>All sectors.</summary>
    public const string ListSectors = "LayDanhMucLinhVuc";

    /// <summary>All groups of procedures.</summary>
    public const string ListProcedureGroups = "LayDanhMucNhomThuTuc";

    /// <summary>The portal hands a dossier to an agency's system (ours: no public wire exists).</summary>
    public const string PushDossier = "NhanHoSoDVCQG";

    /// <summary>Whether a one-stop system may call a service of this name here.</summary>
    public static bool IsKnown(string service) => ServiceTable.Knows(service);
}
