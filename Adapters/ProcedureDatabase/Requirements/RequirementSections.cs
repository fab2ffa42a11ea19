using System.Globalization;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Procedures;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.ProcedureDatabase.Requirements;

/// <summary>Collects the rows of the default set and of the refinements, one section each.</summary>
internal sealed class RequirementSections(IReadOnlySet<string> formats, FindingLog log)
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public List<FilingLimits> Limits { get; } = [];

    public List<FieldRule> Fields { get; } = [];

    public List<ComponentRule> Components { get; } = [];

    public List<IdentityRule> Identities { get; } = [];

    /// <summary>Adds the section of the procedure that it names.</summary>
    public void AddProcedure(JsonRecord section)
    {
        var text = section.Text("code");
        if (ProcedureCode.TryParse(text, out var code) && code == code.National) Add(code, section);
        else log.Add(FindingRules.WrongCode, 0, text ?? "", $"The code '{text}' is not of the form 1.001193; its requirements are left out.");
    }

    /// <summary>Adds the rows of one section.</summary>
    public void Add(ProcedureCode? procedure, JsonRecord section)
    {
        var scope = procedure?.Value ?? "default";
        var line = new SectionLog(log, scope);
        if (section.Text("source") is not { } source)
        {
            line.Add(FindingRules.FieldMissing, "source is missing; the section is left out.");
            return;
        }

        if (!IsNew(scope, line)) return;
        AddLimits(procedure, section, source, line);
        foreach (var row in section.Records("fields")) AddField(procedure, row, source, line);
        foreach (var row in section.Records("components")) AddComponent(procedure, row, source, line);
        foreach (var row in section.Records("identities")) AddIdentity(procedure, row, source, line);
    }

    private void AddLimits(ProcedureCode? procedure, JsonRecord section, string source, SectionLog line)
    {
        var (named, isKnown) = FormatsOf(section, line);
        var isRead = TryReadLimit(section, "maxFileBytes", 1, line, out var file) & TryReadLimit(section, "maxTotalBytes", 1, line, out var total)
            & TryReadLimit(section, "maxFiles", 0, line, out var files);
        Limits.Add(isKnown && isRead ? new FilingLimits(procedure, named, file, total, (int?)files, source) : new FilingLimits(procedure, null, null, null, null, source));
    }

    private void AddField(ProcedureCode? procedure, JsonRecord row, string source, SectionLog line)
    {
        if (!line.Require(row, "field", out var field) || !line.Require(row, "label", out var label)) return;
        var (pattern, text) = (row.Text("pattern"), row.Text("text"));
        if (!RequestFields.Contains(field)) line.Add(RequirementFindings.UnknownField, $"No request has a field '{field}'; the rule is left out.");
        else if (pattern is null != text is null || (pattern is not null && FieldPattern.TryRead(pattern) is null))
        {
            line.Add(RequirementFindings.WrongPattern, $"The pattern of '{field}' cannot be read, or pattern or text is missing; the rule is left out.");
        }
        else if (IsNew($"{line.Scope} field {field}", line))
        {
            Fields.Add(new FieldRule(procedure, field, label, row.Flag("mandatory") ?? false, pattern, text, source));
        }
    }

    private void AddComponent(ProcedureCode? procedure, JsonRecord row, string source, SectionLog line)
    {
        if (!line.Require(row, "code", out var code) || !line.Require(row, "name", out var name)) return;
        var (named, isKnown) = FormatsOf(row, line);
        if (isKnown && TryReadLimit(row, "maxFiles", 1, line, out var files) && IsNew($"{line.Scope} component {code}", line))
        {
            Components.Add(new ComponentRule(procedure, code, name, row.Flag("mandatory") ?? false, (int?)files, named, source));
        }
    }

    private void AddIdentity(ProcedureCode? procedure, JsonRecord row, string source, SectionLog line)
    {
        if (!line.Require(row, "kind", out var word)) return;
        var forms = row.Texts("forms");
        if (!EnumWord<ApplicantKind>.TryParse(word, out var kind) || forms.Count == 0 || !forms.All(form => EnumWord<IdentityForm>.TryParse(form, out _)))
        {
            line.Add(FindingRules.WrongValue, $"The kind '{word}' or one of its forms '{string.Join(", ", forms)}' is unknown; the rule is left out.");
        }
        else if (IsNew($"{line.Scope} kind {kind}", line))
        {
            Identities.Add(new IdentityRule(procedure, kind, [.. forms.Select(EnumWord<IdentityForm>.Parse)], source));
        }
    }

    private (IReadOnlyList<string>? Names, bool AreKnown) FormatsOf(JsonRecord row, SectionLog line)
    {
        var names = row.Texts("formats");
        var unknown = names.Where(name => !formats.Contains(name)).ToList();
        if (unknown.Count > 0) line.Add(RequirementFindings.UnknownFormat, $"The formats {string.Join(", ", unknown)} are not described; the rule is left out.");
        return (names.Count == 0 ? null : names, unknown.Count == 0);
    }

    private static bool TryReadLimit(JsonRecord row, string field, long least, SectionLog line, out long? value)
    {
        value = null;
        if (row.NumberText(field) is not { } text) return true;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && (field != "maxFiles" || number <= int.MaxValue))
        {
            value = number;
            return true;
        }

        line.Add(FindingRules.WrongValue, $"{field} '{text}' is no whole number from {least} on; the rule is left out.");
        return false;
    }

    private bool IsNew(string key, SectionLog line)
    {
        if (_keys.Add(key)) return true;
        line.Add(FindingRules.DuplicateKey, $"'{key}' stands there already; this one is left out.");
        return false;
    }
}
