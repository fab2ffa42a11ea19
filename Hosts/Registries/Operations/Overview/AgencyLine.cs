using DichVuCong.Contracts;

namespace DichVuCong.Registries.Operations.Overview;

/// <summary>A ministry or province with everything below it, over some days.</summary>
/// <param name="Agency">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Filed">Filed at the portal or the coordination system.</param>
/// <param name="AtCounter">Received at its own counters.</param>
/// <param name="Accepted">Accepted.</param>
/// <param name="OnTime">Finished before the deadline, or without one.</param>
/// <param name="Late">Finished after it.</param>
/// <param name="Refused">Not accepted, withdrawn or stopped.</param>
/// <param name="Overdue">Open dossiers whose deadline has passed, now.</param>
/// <param name="Alarmed">Open dossiers with another alarm, now.</param>
public sealed record AgencyLine(
    AgencyCode Agency, string Name, long Filed, long AtCounter, long Accepted, long OnTime, long Late, long Refused, long Overdue, long Alarmed)
{
    /// <summary>Of the dossiers that were finished, how many in a hundred before the deadline; null when none was.</summary>
    public double? OnTimeShare => OnTime + Late == 0 ? null : 100.0 * OnTime / (OnTime + Late);
}
