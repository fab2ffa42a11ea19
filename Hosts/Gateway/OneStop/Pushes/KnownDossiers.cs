using DichVuCong.Contracts;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>Whose a dossier of the registry is.</summary>
internal static class KnownDossiers
{
    /// <summary>
    /// Whether the calling system may speak about a dossier: its own, or one of an agency that it serves now, since a dossier outlives the
    /// route by which it was filed.
    /// </summary>
    public static bool IsOf(SystemCall call, DossierRow row) =>
        row.System == call.System.Code
        || (row.Agency is { } agency && call.Scope.Dossier(agency, row.Procedure, VietnamTime.DayOf(row.FiledAt)) is ScopeAnswer.Allowed);
}
