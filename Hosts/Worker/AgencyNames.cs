using System.Collections.Frozen;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Hosting;

namespace DichVuCong.Worker;

/// <summary>The names of agencies.</summary>
internal sealed class AgencyNames : ICatalogueUser
{
    private volatile FrozenDictionary<AgencyCode, string> _names = FrozenDictionary<AgencyCode, string>.Empty;

    public string? Find(AgencyCode agency) => _names.GetValueOrDefault(agency);

    public Task UseAsync(CatalogueData data, CancellationToken cancellationToken)
    {
        _names = data.Agencies.ToFrozenDictionary(agency => agency.Code, agency => agency.Name);
        return Task.CompletedTask;
    }
}
