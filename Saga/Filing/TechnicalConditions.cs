using DichVuCong.Contracts;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Filing;

/// <summary>
/// The technical conditions that a filing must meet before it is sent (A14.3): mandatory fields are there, files are of a format and size
/// that the procedure takes. Pure. Whether procedure, place and agency exist and who is competent is the router's to say.
/// </summary>
/// <param name="hosts">Where files may lie.</param>
public sealed class TechnicalConditions(FileHosts hosts)
{
    /// <summary>
    /// Everything that the applicant must complete; empty when the filing may be sent. All of it at once, in the order of the request; of files
    /// beyond the number that is taken only their number is noted.
    /// </summary>
    /// <param name="request">The filing.</param>
    /// <param name="catalogue">The catalogue, with its technical requirements.</param>
    /// <param name="now">The time.</param>
    public IReadOnlyList<Deficiency> Check(FilingRequest request, CatalogueIndex catalogue, DateTimeOffset now)
    {
        var requirements = catalogue.Requirements.For(ProcedureCode.TryParse(request.ProcedureCode, out var code) ? code : null);
        var found = new DeficiencyList();
        RequestConditions.Check(request, now, found);
        FieldConditions.Check(request, requirements, found);
        ApplicantConditions.Check(request, requirements, now, found);
        ContactConditions.Check(request, found);
        PostConditions.Check(request, code is { } procedure ? catalogue.FindProcedure(procedure) : null, found);
        FileConditions.Check(request, requirements, hosts, found);
        FileSetConditions.Check(request, requirements, found);
        return found.Found;
    }

    /// <summary>What is merely doubtful and stops nothing (<c>external-parties.md</c> F3, F4): worth telling the applicant.</summary>
    public static IReadOnlyList<Deficiency> Warnings(FilingRequest request)
    {
        var found = new DeficiencyList();
        ApplicantConditions.Warn(request, found);
        ContactConditions.Warn(request, found);
        return found.Found;
    }
}
