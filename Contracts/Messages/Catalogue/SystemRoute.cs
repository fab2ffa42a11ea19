namespace DichVuCong.Contracts.Catalogue;

/// <summary>
/// The second step of a route: which one-stop system serves an agency's dossiers (A23.3). Of the rows that fit, the most specific wins: a
/// named procedure before any, then the row of the agency itself before that of the nearest agency above it.
/// </summary>
public sealed record SystemRoute
{
    /// <summary>The row's own key; those of the import begin with <c>import:</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The procedure; null for every procedure.</summary>
    public ProcedureCode? Procedure { get; init; }

    /// <summary>The agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>Whether the row holds for every agency below it as well, that is for a whole body.</summary>
    public required bool WithUnits { get; init; }

    /// <summary>The system's code.</summary>
    public required string System { get; init; }

    /// <summary>When it holds.</summary>
    public required Validity Validity { get; init; }

    /// <summary>How far it is; only live rows route (A18.4).</summary>
    public required RouteState State { get; init; }

    /// <summary>Why it is so.</summary>
    public required string Source { get; init; }

    /// <summary>Who keeps the row.</summary>
    public RecordOrigin Origin { get; init; } = RecordOrigin.Import;
}
