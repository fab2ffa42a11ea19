using static DichVuCong.Contracts.Catalogue.FindingSeverity;

namespace DichVuCong.Adapters.ProcedureDatabase.Findings;

/// <summary>Everything that can be wrong with technical requirements.</summary>
public static class RequirementFindings
{
    /// <summary>The default set is missing or lacks a limit; the file is left out.</summary>
    public static readonly FindingRule NoDefault = new("no-default", Error);

    /// <summary>A rule names a format that the file does not describe; the rule is left out.</summary>
    public static readonly FindingRule UnknownFormat = new("unknown-format", Error);

    /// <summary>A rule is about a field that no request has; it is left out.</summary>
    public static readonly FindingRule UnknownField = new("unknown-field", Error);

    /// <summary>A pattern cannot be read, or has no text for the applicant; the rule is left out.</summary>
    public static readonly FindingRule WrongPattern = new("wrong-pattern", Error);
}
