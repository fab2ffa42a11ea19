using DichVuCong.Adapters.ProcedureDatabase.Findings;

namespace DichVuCong.Adapters.ProcedureDatabase.Csv;

/// <summary>Sees to it that a key occurs once: the first row stays, a later one becomes a finding.</summary>
internal sealed class UniqueKeys(FindingLog log)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public bool Add(string key, int line)
    {
        if (_lines.TryAdd(key, line)) return true;
        log.Add(FindingRules.DuplicateKey, line, key, $"'{key}' stands in line {_lines[key]} already; this row is left out.");
        return false;
    }
}
