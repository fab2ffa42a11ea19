namespace DichVuCong.Registries.Operations.Overview;

/// <summary>How it went in one minute.</summary>
/// <param name="At">The end of the minute.</param>
/// <param name="Ready">Messages that waited for a decision.</param>
/// <param name="ReadyAge">How long the oldest of them had, in seconds.</param>
/// <param name="Calls">Calls that waited for their partner.</param>
/// <param name="CallAge">How long the oldest of them had, in seconds.</param>
/// <param name="Parked">Messages that wait for a human.</param>
/// <param name="Filed">Dossiers a minute that were filed or received at a counter since the sample before.</param>
/// <param name="Finished">Dossiers a minute that were finished since then.</param>
/// <param name="Payments">Orders whose state changed in the minute.</param>
public sealed record FlowSample(
    DateTimeOffset At, long Ready, double ReadyAge, long Calls, double CallAge, long Parked, double Filed, double Finished, long Payments);
