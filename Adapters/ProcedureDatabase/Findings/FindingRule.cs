using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Findings;

/// <summary>One thing that can be wrong with a record.</summary>
/// <param name="Code">The stable code that findings carry.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record FindingRule(string Code, FindingSeverity Severity);
