using System.Text.RegularExpressions;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Filing;

/// <summary>What holds for one procedure: the default, refined.</summary>
public sealed record EffectiveRequirements
{
    /// <summary>The formats that are taken.</summary>
    public required IReadOnlyList<FileFormat> Formats { get; init; }

    /// <summary>The largest file, in bytes.</summary>
    public required long MaxFileBytes { get; init; }

    /// <summary>The largest sum of all files, in bytes.</summary>
    public required long MaxTotalBytes { get; init; }

    /// <summary>The most files.</summary>
    public required int MaxFiles { get; init; }

    /// <summary>The rules for fields, in the order of the fields.</summary>
    public required IReadOnlyList<FieldRequirement> Fields { get; init; }

    /// <summary>The rules for components, in the order of their codes.</summary>
    public required IReadOnlyList<ComponentRequirement> Components { get; init; }

    /// <summary>The forms of number by kind of applicant; a kind that is missing may use any.</summary>
    public required IReadOnlyDictionary<ApplicantKind, IReadOnlyList<IdentityForm>> Identities { get; init; }
}

/// <summary>A rule for a field, ready to be checked.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pattern">Its pattern; null when it has none that can be read.</param>
public sealed record FieldRequirement(FieldRule Rule, Regex? Pattern);

/// <summary>A rule for a component, ready to be checked.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Formats">The formats that it is taken in.</param>
public sealed record ComponentRequirement(ComponentRule Rule, IReadOnlyList<FileFormat> Formats);
