using System.Text.Json.Serialization;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>A place in the codes in force, or what is wrong with it.</summary>
/// <param name="Place">The place; null when it is unknown.</param>
/// <param name="Notes">Which of its codes were translated.</param>
/// <param name="Fault">What is wrong; null when nothing is.</param>
public readonly record struct PlaceLookup(Place? Place, RoutingNotes Notes, PlaceFault? Fault);

/// <summary>What can be wrong with a place.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlaceFault>))]
public enum PlaceFault : byte
{
    /// <summary>There is no such province, now or before the mergers.</summary>
    [JsonStringEnumMemberName("unknownProvince")]
    UnknownProvince = 1,

    /// <summary>There is no such commune; older codes are known only as far as the table of aliases goes.</summary>
    [JsonStringEnumMemberName("unknownCommune")]
    UnknownCommune = 2,

    /// <summary>The commune belongs to another province.</summary>
    [JsonStringEnumMemberName("communeOfAnotherProvince")]
    CommuneOfAnotherProvince = 3,
}
