namespace DichVuCong.Contracts.Catalogue;

/// <summary>One version of the whole catalogue: procedures, places, agencies, systems, routes, calendars and technical requirements.</summary>
public sealed record CatalogueData
{
    /// <summary>Nothing at all.</summary>
    public static CatalogueData Empty { get; } = new();

    /// <summary>Rises with every change; 0 for data that no registry holds yet.</summary>
    public int Version { get; init; }

    /// <summary>The procedures.</summary>
    public IReadOnlyList<Procedure> Procedures { get; init; } = [];

    /// <summary>The sectors.</summary>
    public IReadOnlyList<Sector> Sectors { get; init; } = [];

    /// <summary>The provinces.</summary>
    public IReadOnlyList<Province> Provinces { get; init; } = [];

    /// <summary>The communes.</summary>
    public IReadOnlyList<Commune> Communes { get; init; } = [];

    /// <summary>Older codes of places.</summary>
    public IReadOnlyList<PlaceAlias> PlaceAliases { get; init; } = [];

    /// <summary>The agencies, closed ones too.</summary>
    public IReadOnlyList<Agency> Agencies { get; init; } = [];

    /// <summary>Other codes of agencies.</summary>
    public IReadOnlyList<AgencyAlias> AgencyAliases { get; init; } = [];

    /// <summary>The one-stop systems.</summary>
    public IReadOnlyList<OneStopSystem> Systems { get; init; } = [];

    /// <summary>Who is competent.</summary>
    public IReadOnlyList<AgencyRoute> AgencyRoutes { get; init; } = [];

    /// <summary>Which system serves whom.</summary>
    public IReadOnlyList<SystemRoute> SystemRoutes { get; init; } = [];

    /// <summary>What time is counted with.</summary>
    public CalendarData Calendars { get; init; } = new(0, [], [], []);

    /// <summary>What dossiers must fulfil before they are sent (A14.3).</summary>
    public TechnicalRequirements Requirements { get; init; } = TechnicalRequirements.None;
}
