using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Contracts.Parcels;

/// <summary>
/// Where the post finds the applicant. Personal data: it lies sealed in the dossier's content and never travels in a message.
/// </summary>
public sealed record PostalContact
{
    /// <summary>What the applicant asks for.</summary>
    public required PostServices Services { get; init; }

    /// <summary>Province and commune, by their codes.</summary>
    public required Place Place { get; init; }

    /// <summary>House number and street.</summary>
    public required PostalAddress Address { get; init; }

    /// <summary>Who gives or takes the parcel; the applicant when null.</summary>
    public PersonName? Name { get; init; }

    /// <summary>His telephone number; the applicant's when null.</summary>
    public PhoneNumber? Phone { get; init; }
}
