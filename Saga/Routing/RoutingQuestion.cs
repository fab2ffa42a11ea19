using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Routing;

/// <summary>Who is competent for a dossier, and which system serves it? (A15.3, A16.3 c, A18.3)</summary>
public sealed record RoutingQuestion
{
    /// <summary>The procedure; an agency's suffix is ignored.</summary>
    public required ProcedureCode Procedure { get; init; }

    /// <summary>How the dossier is filed.</summary>
    public required FilingChannel Channel { get; init; }

    /// <summary>The day in Asia/Ho_Chi_Minh on which it is filed.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where it is filed; null when only the agency is known.</summary>
    public Place? Place { get; init; }

    /// <summary>Where its subject lies (land, a building), when that is somewhere else: then this place decides.</summary>
    public Place? SubjectPlace { get; init; }

    /// <summary>The agency that the applicant chose, by any of its codes; it must be one of those competent.</summary>
    public AgencyCode? Agency { get; init; }

    /// <summary>The level that the applicant chose.</summary>
    public AdministrativeLevel? Level { get; init; }

    /// <summary>The case of the procedure's channel, from 1; null when none was chosen.</summary>
    public int? Case { get; init; }

    /// <summary>The unit whose counter took the dossier, by any of its codes. It need not be the competent one.</summary>
    public AgencyCode? ReceivingUnit { get; init; }

    /// <summary>Whether an officer took it at a counter (A15): nobody who stands there is sent away for a channel that was not published.</summary>
    public bool AtCounter { get; init; }
}
