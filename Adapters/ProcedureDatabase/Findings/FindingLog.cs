using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Findings;

/// <summary>Collects what is found in one file.</summary>
/// <param name="file">The file's name.</param>
/// <param name="findings">Where the findings go.</param>
public sealed class FindingLog(string file, ICollection<CatalogueFinding> findings)
{
    /// <summary>The file's name.</summary>
    public string File => file;

    /// <summary>Notes a finding.</summary>
    /// <param name="rule">What is wrong.</param>
    /// <param name="line">The line; 0 for the file as a whole.</param>
    /// <param name="record">The record's key; empty when it could not be read.</param>
    /// <param name="message">What is wrong and what was done.</param>
    public void Add(FindingRule rule, int line, string record, string message) =>
        findings.Add(new CatalogueFinding(file, line, record, rule.Severity, rule.Code, message));
}
