using System.Text.Json.Serialization;

namespace DichVuCong.Saga.Routing;

/// <summary>Why a route does not lead to exactly one agency and system.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoutingCause>))]
public enum RoutingCause : byte
{
    /// <summary>The procedure has no level.</summary>
    [JsonStringEnumMemberName("noLevel")]
    NoLevel = 1,

    /// <summary>The level that was named is none of the procedure's.</summary>
    [JsonStringEnumMemberName("levelNotPerformed")]
    LevelNotPerformed = 2,

    /// <summary>The case that was named is none of the channel's.</summary>
    [JsonStringEnumMemberName("unknownCase")]
    UnknownCase = 3,

    /// <summary>No route was ever written.</summary>
    [JsonStringEnumMemberName("noRoute")]
    NoRoute = 4,

    /// <summary>There are routes, but none is live (A18.4).</summary>
    [JsonStringEnumMemberName("notLive")]
    NotLive = 5,

    /// <summary>There are live routes, but none holds on the day.</summary>
    [JsonStringEnumMemberName("notOnThisDay")]
    NotOnThisDay = 6,

    /// <summary>There are routes, but none for this place or case.</summary>
    [JsonStringEnumMemberName("notForThisPlace")]
    NotForThisPlace = 7,

    /// <summary>The agency depends on the place and none was given.</summary>
    [JsonStringEnumMemberName("placeNeeded")]
    PlaceNeeded = 8,

    /// <summary>The agency depends on the commune and only the province was given.</summary>
    [JsonStringEnumMemberName("communeNeeded")]
    CommuneNeeded = 9,

    /// <summary>No agency of the kind serves the place.</summary>
    [JsonStringEnumMemberName("noUnitAtPlace")]
    NoUnitAtPlace = 10,

    /// <summary>The route names an agency that does not exist.</summary>
    [JsonStringEnumMemberName("targetUnknown")]
    TargetUnknown = 11,

    /// <summary>The agency begins later than the day.</summary>
    [JsonStringEnumMemberName("agencyNotOpenYet")]
    AgencyNotOpenYet = 12,

    /// <summary>The agency was closed before the day.</summary>
    [JsonStringEnumMemberName("agencyClosed")]
    AgencyClosed = 13,

    /// <summary>Several agencies are equally competent.</summary>
    [JsonStringEnumMemberName("severalAgencies")]
    SeveralAgencies = 14,

    /// <summary>No system serves the agency.</summary>
    [JsonStringEnumMemberName("noSystem")]
    NoSystem = 15,

    /// <summary>Several systems serve the agency.</summary>
    [JsonStringEnumMemberName("severalSystems")]
    SeveralSystems = 16,

    /// <summary>The agency that was named does not exist.</summary>
    [JsonStringEnumMemberName("unknownAgency")]
    UnknownAgency = 17,

    /// <summary>The agency that was named is not competent.</summary>
    [JsonStringEnumMemberName("agencyNotCompetent")]
    AgencyNotCompetent = 18,

    /// <summary>The receiving unit that was named does not exist.</summary>
    [JsonStringEnumMemberName("unknownReceivingUnit")]
    UnknownReceivingUnit = 19,
}
