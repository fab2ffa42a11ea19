using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Filing;

/// <summary>Puts a procedure's rows over the default's: a row replaces the row of the same key as a whole, a limit that is named the default's.</summary>
internal sealed class RequirementMerge(TechnicalRequirements rows, List<string> faults)
{
    // What holds while nothing was imported: no format is taken then, and so no file.
    private const long UnsetFileBytes = 10 * 1024 * 1024;
    private const long UnsetTotalBytes = 60 * 1024 * 1024;
    private const int UnsetFiles = 50;

    private readonly FrozenDictionary<string, FileFormat> _formats = rows.Formats.ToFrozenDictionary(format => format.Name, StringComparer.Ordinal);
    private readonly ILookup<string, FilingLimits> _limits = rows.Limits.ToLookup(row => Scope(row.Procedure), StringComparer.Ordinal);
    private readonly ILookup<string, FieldRule> _fields = rows.Fields.ToLookup(row => Scope(row.Procedure), StringComparer.Ordinal);
    private readonly ILookup<string, ComponentRule> _components = rows.Components.ToLookup(row => Scope(row.Procedure), StringComparer.Ordinal);
    private readonly ILookup<string, IdentityRule> _identities = rows.Identities.ToLookup(row => Scope(row.Procedure), StringComparer.Ordinal);

    /// <summary>What holds for a procedure; the default for null.</summary>
    public EffectiveRequirements For(ProcedureCode? procedure)
    {
        var (common, own) = (_limits[Scope(null)].FirstOrDefault(), procedure is null ? null : _limits[Scope(procedure)].FirstOrDefault());
        var formats = Formats(own?.Formats ?? common?.Formats ?? [], $"The limits of {procedure?.Value ?? "the default"}");
        return new EffectiveRequirements
        {
            Formats = formats,
            MaxFileBytes = own?.MaxFileBytes ?? common?.MaxFileBytes ?? UnsetFileBytes,
            MaxTotalBytes = own?.MaxTotalBytes ?? common?.MaxTotalBytes ?? UnsetTotalBytes,
            MaxFiles = own?.MaxFiles ?? common?.MaxFiles ?? UnsetFiles,
            Fields = [.. Merged(_fields, procedure, rule => rule.Field).Where(IsAboutAField).Select(rule => new FieldRequirement(rule, Pattern(rule)))],
            Components =
            [
                .. Merged(_components, procedure, rule => rule.Code).Select(rule => new ComponentRequirement(
                    rule, rule.Formats is { } named ? Formats(named, $"The component {rule.Code} of {Scope(rule.Procedure)}") : formats)),
            ],
            Identities = Merged(_identities, procedure, rule => EnumWord<Contracts.Dossiers.ApplicantKind>.Of(rule.Kind))
                .ToFrozenDictionary(rule => rule.Kind, rule => rule.Forms),
        };
    }

    private static string Scope(ProcedureCode? procedure) => procedure?.Value ?? "default";

    private static SortedDictionary<string, T>.ValueCollection Merged<T>(ILookup<string, T> rules, ProcedureCode? procedure, Func<T, string> key)
    {
        var merged = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var rule in rules[Scope(null)]) merged[key(rule)] = rule;
        foreach (var rule in procedure is null ? [] : rules[Scope(procedure)]) merged[key(rule)] = rule;
        return merged.Values;
    }

    private IReadOnlyList<FileFormat> Formats(IReadOnlyList<string> names, string where)
    {
        foreach (var name in names.Where(name => !_formats.ContainsKey(name))) faults.Add($"{where} name the format {name}, which is not described.");
        return [.. names.Select(name => _formats.GetValueOrDefault(name)).OfType<FileFormat>()];
    }

    private bool IsAboutAField(FieldRule rule)
    {
        if (RequestFields.Contains(rule.Field)) return true;
        faults.Add($"The rule of {Scope(rule.Procedure)} is about {rule.Field}, a field that no request has.");
        return false;
    }

    private Regex? Pattern(FieldRule rule)
    {
        var pattern = rule.Pattern is null ? null : FieldPattern.TryRead(rule.Pattern);
        if (pattern is null && rule.Pattern is not null) faults.Add($"The pattern of {Scope(rule.Procedure)} for {rule.Field} cannot be read.");
        return pattern;
    }
}
