using System.Collections.Concurrent;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Hosting;

namespace DichVuCong.Gateway.Payments.Events;

/// <summary>The agencies whose payments are a system's business: looked up once for each version of the catalogue and each day.</summary>
internal sealed class CollectedAgencies(LiveCatalogue live, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>The agencies of a system.</summary>
    public IReadOnlyCollection<AgencyCode> Of(string system)
    {
        var (catalogue, now) = (live.Current, time.GetUtcNow());
        var day = VietnamTime.DayOf(now);
        if (_known.TryGetValue(system, out var known) && ReferenceEquals(known.Catalogue, catalogue) && known.Day == day) return known.Agencies;
        var scope = new AgencyScope(catalogue, system, now);
        AgencyCode[] agencies = [.. catalogue.Index.Data.Agencies.Select(agency => agency.Code).Where(scope.Includes)];
        _known[system] = new Known(catalogue, day, agencies);
        return agencies;
    }

    private sealed record Known(CatalogueVersion Catalogue, DateOnly Day, AgencyCode[] Agencies);
}
