using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.Payments;

/// <summary>What a one-stop system may say and see of payments: those of the agencies that it serves, and of the dossiers that are its own.</summary>
internal sealed class AgencyScope(CatalogueVersion catalogue, string system, DateTimeOffset now)
{
    private readonly SystemScope _scope = new(catalogue.Index, system, VietnamTime.DayOf(now));

    /// <summary>The system's code.</summary>
    public string System => system;

    /// <summary>Whether an agency's payments are its business.</summary>
    public bool Includes(AgencyCode agency) => _scope.Speaker(agency) is ScopeAnswer.Allowed;

    /// <summary>The agency by any of its codes; null when there is none that the system serves.</summary>
    public Agency? Find(AgencyCode agency) => _scope.Speaker(agency) is ScopeAnswer.Allowed allowed ? allowed.Agency : null;

    /// <summary>Whether it may state what a dossier costs: its own, or one of an agency that it serves now.</summary>
    public bool Includes(DossierRow row) =>
        row.System == system
        || (row.Agency is { } agency && _scope.Dossier(agency, row.Procedure, VietnamTime.DayOf(row.FiledAt)) is ScopeAnswer.Allowed);
}
