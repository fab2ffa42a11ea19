using DichVuCong.Adapters.ProcedureDatabase.Findings;

namespace DichVuCong.Adapters.ProcedureDatabase.Text;

/// <summary>Cleans the texts of one record and, at its end, notes once what was done.</summary>
internal sealed class RecordRepairs
{
    private static readonly (TextRepairs Repair, FindingRule Rule, string Message)[] Notes =
    [
        (TextRepairs.Spaces, FindingRules.SpacesRepaired, "No-break, doubled or misplaced spaces, tabs or line ends were put in order in: "),
        (TextRepairs.Letters, FindingRules.LettersComposed, "Letters written with separate marks were composed in: "),
        (TextRepairs.Broken, FindingRules.LettersBroken, "A wrong encoding had broken letters before they came; kept as they are in: "),
    ];

    private readonly List<(string Field, TextRepairs Repairs)> _fields = [];

    public string Clean(string field, string text)
    {
        var (clean, repairs) = CleanText.Of(text);
        if (repairs != TextRepairs.None) _fields.Add((field, repairs));
        return clean;
    }

    public void Report(FindingLog log, int line, string record)
    {
        if (_fields.Count == 0) return;
        foreach (var (repair, rule, message) in Notes)
        {
            var fields = _fields.Where(field => field.Repairs.HasFlag(repair)).Select(field => field.Field).Distinct(StringComparer.Ordinal).ToList();
            if (fields.Count > 0) log.Add(rule, line, record, message + string.Join(", ", fields) + ".");
        }
    }
}
