using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Procedures;

namespace DichVuCong.Adapters.ProcedureDatabase.Requirements;

/// <summary>Where the findings of one section go.</summary>
/// <param name="log">The file's log.</param>
/// <param name="scope">The procedure's code, or <c>default</c>.</param>
internal readonly struct SectionLog(FindingLog log, string scope)
{
    public string Scope => scope;

    public void Add(FindingRule rule, string message) => log.Add(rule, 0, scope, message);

    /// <summary>A text that must be there.</summary>
    public bool Require(JsonRecord row, string field, out string text)
    {
        text = row.Text(field) ?? "";
        if (text.Length == 0) Add(FindingRules.FieldMissing, $"{field} is missing; the rule is left out.");
        return text.Length > 0;
    }
}
