using DichVuCong.Faults.Load;
using DichVuCong.Faults.Load.Payments;

namespace DichVuCong.Faults.Report;

/// <summary>What was called in a run, and what was left out.</summary>
/// <param name="Calls">The portal's calls about dossiers.</param>
/// <param name="Submitter">Who filed them.</param>
/// <param name="Payments">The calls about money.</param>
/// <param name="Obligations">Who made those.</param>
internal sealed record LoadFigures(CallBook Calls, Submitter Submitter, PaymentBook Payments, ObligationCaller Obligations);
