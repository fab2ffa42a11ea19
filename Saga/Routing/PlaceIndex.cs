using System.Collections.Frozen;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>Finds places by the codes in force and by older ones.</summary>
public sealed class PlaceIndex
{
    private readonly FrozenDictionary<string, Province> _provinces;
    private readonly FrozenDictionary<string, Commune> _communes;
    private readonly FrozenDictionary<(PlaceKind Kind, string Code), string> _aliases;

    internal PlaceIndex(CatalogueData data)
    {
        _provinces = data.Provinces.ToFrozenDictionary(province => province.Code, StringComparer.Ordinal);
        _communes = data.Communes.ToFrozenDictionary(commune => commune.Code, StringComparer.Ordinal);
        _aliases = data.PlaceAliases.ToFrozenDictionary(alias => (alias.Kind, alias.OldCode), alias => alias.NewCode);
        Provinces = [.. data.Provinces.Select(province => new Place(province.Code))];
        Communes = [.. data.Communes.Select(commune => new Place(commune.Province, commune.Code))];
    }

    /// <summary>Every province as a place.</summary>
    public IReadOnlyList<Place> Provinces { get; }

    /// <summary>Every commune as a place.</summary>
    public IReadOnlyList<Place> Communes { get; }

    /// <summary>A province by its code in force; null when there is none.</summary>
    public Province? FindProvince(string code) => _provinces.GetValueOrDefault(code);

    /// <summary>A commune by its code in force; null when there is none.</summary>
    public Commune? FindCommune(string code) => _communes.GetValueOrDefault(code);

    /// <summary>A place in the codes in force. An older code is translated and noted, or refused when no table has it.</summary>
    public PlaceLookup Find(Place place)
    {
        var notes = RoutingNotes.None;
        if (Translate(PlaceKind.Province, place.Province, _provinces.ContainsKey(place.Province), RoutingNotes.OldProvinceCode, ref notes) is not { } province)
        {
            return new PlaceLookup(null, notes, PlaceFault.UnknownProvince);
        }

        if (place.Commune is null) return new PlaceLookup(Same(place, province, null), notes, null);
        if (Translate(PlaceKind.Commune, place.Commune, _communes.ContainsKey(place.Commune), RoutingNotes.OldCommuneCode, ref notes) is not { } commune)
        {
            return new PlaceLookup(null, notes, PlaceFault.UnknownCommune);
        }

        return _communes[commune].Province == province
            ? new PlaceLookup(Same(place, province, commune), notes, null)
            : new PlaceLookup(null, notes, PlaceFault.CommuneOfAnotherProvince);
    }

    private string? Translate(PlaceKind kind, string code, bool inForce, RoutingNotes note, ref RoutingNotes notes)
    {
        if (inForce) return code;
        if (!_aliases.TryGetValue((kind, code), out var now)) return null;
        notes |= note;
        return now;
    }

    private static Place Same(Place given, string province, string? commune) =>
        given.Province == province && given.Commune == commune ? given : new Place(province, commune);
}
