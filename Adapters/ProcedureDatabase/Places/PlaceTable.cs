using System.Collections.Frozen;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Places;

/// <summary>The places in force, for checking what other files say about them.</summary>
internal sealed class PlaceTable(IReadOnlyList<Province> provinces, IReadOnlyList<Commune> communes)
{
    private readonly FrozenSet<string> _provinces = provinces.Select(province => province.Code).ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _communes =
        communes.ToFrozenDictionary(commune => commune.Code, commune => commune.Province, StringComparer.Ordinal);

    public static PlaceTable Empty { get; } = new([], []);

    public IReadOnlyList<Province> Provinces => provinces;

    public IReadOnlyList<Commune> Communes => communes;

    public bool Has(PlaceKind kind, string code) => kind == PlaceKind.Province ? _provinces.Contains(code) : _communes.ContainsKey(code);

    public bool Has(Place place) =>
        place.Commune is null ? _provinces.Contains(place.Province) : _communes.GetValueOrDefault(place.Commune) == place.Province;
}
