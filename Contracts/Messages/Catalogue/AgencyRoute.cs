using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>
/// The first step of a route: who is competent for a procedure at a level and place (A18.3). Of the rows that fit, the most specific wins: a
/// named procedure before any, then a named case before any, then a commune before a province before the whole country.
/// </summary>
public sealed record AgencyRoute
{
    /// <summary>The row's own key; those of the import begin with <c>import:</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The procedure; null for every procedure.</summary>
    public ProcedureCode? Procedure { get; init; }

    /// <summary>The level.</summary>
    public required AdministrativeLevel Level { get; init; }

    /// <summary>The case of the procedure; null for every case.</summary>
    public int? Case { get; init; }

    /// <summary>Where it holds; null for the whole country.</summary>
    public Place? Place { get; init; }

    /// <summary>Who is competent.</summary>
    public required RouteTarget Target { get; init; }

    /// <summary>When it holds.</summary>
    public required Validity Validity { get; init; }

    /// <summary>How far it is; only live rows route (A18.4).</summary>
    public required RouteState State { get; init; }

    /// <summary>Why it is so: the rule of the import, or the document of the ministry or province (A23.3).</summary>
    public required string Source { get; init; }

    /// <summary>Who keeps the row.</summary>
    public RecordOrigin Origin { get; init; } = RecordOrigin.Import;
}

/// <summary>Who a route leads to.</summary>
public abstract record RouteTarget
{
    private RouteTarget()
    {
    }

    /// <summary>Always the same agency.</summary>
    /// <param name="Agency">The agency.</param>
    public sealed record FixedAgency(AgencyCode Agency) : RouteTarget;

    /// <summary>The agency of a kind that serves the place.</summary>
    /// <param name="Kind">The kind.</param>
    public sealed record UnitOfPlace(AgencyKind Kind) : RouteTarget;
}

/// <summary>How far a route is (A18.4): no service goes live before its connection was tested and confirmed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RouteState>))]
public enum RouteState : byte
{
    /// <summary>Being written.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft = 1,

    /// <summary>Tested with the agency.</summary>
    [JsonStringEnumMemberName("tested")]
    Tested = 2,

    /// <summary>In use.</summary>
    [JsonStringEnumMemberName("live")]
    Live = 3,
}
