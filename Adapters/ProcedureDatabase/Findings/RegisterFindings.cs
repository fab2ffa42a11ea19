using static DichVuCong.Contracts.Catalogue.FindingSeverity;

namespace DichVuCong.Adapters.ProcedureDatabase.Findings;

/// <summary>Everything that can be wrong between agencies, places and systems.</summary>
public static class RegisterFindings
{
    /// <summary>The agencies above do not lead to a ministry or province; the agency is left out.</summary>
    public static readonly FindingRule UnknownParent = new("unknown-parent", Error);

    /// <summary>The successor is unknown; the agency is kept without.</summary>
    public static readonly FindingRule UnknownSuccessor = new("unknown-successor", Error);

    /// <summary>An agency that a row names is unknown; the row is left out.</summary>
    public static readonly FindingRule UnknownAgency = new("unknown-agency", Error);

    /// <summary>The place is unknown; the agency is kept without.</summary>
    public static readonly FindingRule UnknownPlace = new("unknown-place", Error);

    /// <summary>Two open agencies of one kind serve one place; routes to it will find several.</summary>
    public static readonly FindingRule PlaceServedTwice = new("place-served-twice", Warning);

    /// <summary>An agency is called closed without a last day; it counts as closed from the beginning.</summary>
    public static readonly FindingRule ClosedWithoutDate = new("closed-without-date", Warning);

    /// <summary>A row ends before it begins; it is left out.</summary>
    public static readonly FindingRule EndsBeforeStart = new("ends-before-start", Error);

    /// <summary>A name began with a small letter; it was put right.</summary>
    public static readonly FindingRule NameRaised = new("name-raised", Info);
}
