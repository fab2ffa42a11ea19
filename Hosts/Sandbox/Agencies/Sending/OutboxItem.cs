using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Sandbox.Agencies.Dossiers;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>Something that a system has to tell the portal; it stays until the portal acknowledged it.</summary>
internal sealed class OutboxItem
{
    /// <summary>The dossier.</summary>
    public required AgencyDossier Dossier { get; init; }

    /// <summary>The rows of CapNhatTienDoHoSoMC in the order they are sent in; empty when the whole dossier is sent.</summary>
    public IReadOnlyList<ProgressRow> Rows { get; init; } = [];

    /// <summary>Whether the whole dossier is sent (DongBoHoSoMC).</summary>
    public bool IsWhole => Rows.Count == 0;

    /// <summary>Whether a whole dossier is a step of the journey, rather than what comes before the first.</summary>
    public bool IsStep { get; init; }

    /// <summary>isUpdating of a whole dossier.</summary>
    public bool IsUpdating { get; set; }

    /// <summary>The state that it tells.</summary>
    public required int State { get; init; }

    /// <summary>How often it was sent in vain.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether it was lost once, on purpose.</summary>
    public bool WasLost { get; set; }

    /// <summary>Whether it only repeats what was acknowledged, on purpose.</summary>
    public bool IsEcho { get; init; }
}
