using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Hosting;
using DichVuCong.Saga.Routing;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Gateway.Hosting;

/// <summary>The catalogue as the gateway uses it: index, router and calendars of one version.</summary>
internal sealed class LiveCatalogue : ICatalogueUser
{
    private volatile CatalogueVersion? _current;

    /// <summary>The version in use.</summary>
    /// <exception cref="NotReadyException">None is loaded yet; the gateway is not ready then.</exception>
    public CatalogueVersion Current => _current ?? throw new NotReadyException("catalogue");

    public Task UseAsync(CatalogueData data, CancellationToken cancellationToken)
    {
        var index = new CatalogueIndex(data);
        _current = new CatalogueVersion(index, new Router(index), new WorkingCalendars(data.Calendars));
        return Task.CompletedTask;
    }
}

/// <summary>One version of the catalogue in use.</summary>
internal sealed record CatalogueVersion(CatalogueIndex Index, Router Router, WorkingCalendars Calendars);
