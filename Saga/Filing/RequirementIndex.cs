using System.Collections.Frozen;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Filing;

/// <summary>
/// The technical requirements of every procedure, merged once (<see cref="TechnicalRequirements"/> says how). A row that cannot be used, as an
/// operator may have written one, is named in <see cref="Faults"/> and left out: the other rules hold, and filing goes on.
/// </summary>
public sealed class RequirementIndex
{
    private readonly EffectiveRequirements _default;
    private readonly FrozenDictionary<ProcedureCode, EffectiveRequirements> _refined;

    /// <summary>Merges the rows of a catalogue.</summary>
    public RequirementIndex(TechnicalRequirements rows)
    {
        var faults = new List<string>();
        var merge = new RequirementMerge(rows, faults);
        _default = merge.For(null);
        _refined = rows.Limits.Select(row => row.Procedure)
            .Concat(rows.Fields.Select(row => row.Procedure))
            .Concat(rows.Components.Select(row => row.Procedure))
            .Concat(rows.Identities.Select(row => row.Procedure))
            .OfType<ProcedureCode>()
            .Distinct()
            .ToFrozenDictionary(code => code, code => merge.For(code));
        AllFormats = rows.Formats;
        Faults = [.. faults.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Every format that is described, whether it is taken or not.</summary>
    public IReadOnlyList<FileFormat> AllFormats { get; }

    /// <summary>The rows that cannot be used, in words for the operators.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>What holds for a procedure, with or without an agency's suffix; the default for null and for one without refinement.</summary>
    public EffectiveRequirements For(ProcedureCode? procedure) =>
        procedure is { } code && _refined.TryGetValue(code.National, out var refined) ? refined : _default;
}
