using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Identity;

namespace DichVuCong.Saga.Filing;

/// <summary>
/// An applicant who has signed in (A9.1): what the source of identity knows need not be asked again (A16.5), and what is said against it is not
/// taken. Pure; whether the verification is the caller's and still counts is the host's to say.
/// </summary>
public static class VerifiedApplicant
{
    private const string Field = "applicant.verification";

    /// <summary>The filing with what the source knows in the places that were left empty.</summary>
    /// <param name="request">The filing.</param>
    /// <param name="identity">Who signed in.</param>
    public static FilingRequest Complete(FilingRequest request, VerifiedIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(identity);
        var said = request.Applicant ?? new FilingApplicant();
        return request with
        {
            Applicant = said with
            {
                Kind = Or(said.Kind, EnumWord<ApplicantKind>.Of(KindOf(identity.Kind))),
                PersonalId = Or(said.PersonalId, identity.Number?.Reveal()),
                FullName = Or(said.FullName, NameOf(identity).Reveal()),
                Phone = Or(said.Phone, identity.Phone?.Reveal()),
                Email = Or(said.Email, identity.Email?.Reveal()),
                PortalAccountId = Or(said.PortalAccountId, identity.TechnicalId),
            },
        };
    }

    /// <summary>What of a filing contradicts who signed in; empty when nothing does.</summary>
    /// <param name="request">The filing.</param>
    /// <param name="identity">Who signed in; null when the verification is not known, not the caller's or over.</param>
    public static IReadOnlyList<Deficiency> Check(FilingRequest request, VerifiedIdentity? identity)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = new DeficiencyList();
        if (identity is null)
        {
            found.Add(Field, DeficiencyRules.VerificationUnknown);
            return found.Found;
        }

        var said = request.Applicant;
        if (EnumWord<ApplicantKind>.TryParse(said?.Kind?.Trim(), out var kind) && (kind == ApplicantKind.Citizen) != (identity.Kind == IdentityKind.Citizen))
        {
            found.Add("applicant.kind", DeficiencyRules.VerificationOtherKind);
        }

        if (PersonalId.TryParse(said?.PersonalId, out var number) && number != identity.Number) found.Add("applicant.personalId", DeficiencyRules.VerificationOtherPerson);
        if (!string.IsNullOrWhiteSpace(said?.FullName) && !IsSameName(said.FullName, NameOf(identity).Reveal())) found.Add("applicant.fullName", DeficiencyRules.VerificationOtherName);
        return found.Found;
    }

    private static PersonName NameOf(VerifiedIdentity identity) =>
        identity.Kind == IdentityKind.Citizen ? identity.FullName : identity.OrganisationName ?? identity.FullName;

    private static ApplicantKind KindOf(IdentityKind kind) => kind switch
    {
        IdentityKind.Citizen => ApplicantKind.Citizen,
        IdentityKind.Enterprise => ApplicantKind.Enterprise,
        _ => ApplicantKind.Organisation,
    };

    /// <summary>The same letters, whatever their case, their composition and the spaces between them.</summary>
    private static bool IsSameName(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Join(' ', ComposedLetters.Of(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Or(string? said, string? known) => string.IsNullOrWhiteSpace(said) ? known : said;
}
