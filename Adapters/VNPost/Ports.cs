using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;

namespace DichVuCong.Adapters.VNPost;

/// <summary>Where the adapter reads whom the post goes to, at the moment of the call: no message carries personal data. A host implements it.</summary>
public interface IPostContacts
{
    /// <summary>The applicant of a dossier; null when nothing is stored about the dossier.</summary>
    ValueTask<PostContact?> FindAsync(DossierCode dossier, CancellationToken cancellationToken);
}

/// <summary>The applicant as the post needs to know him, and what his dossier is about.</summary>
public sealed record PostContact
{
    /// <summary>Where he is; null when he gave no address.</summary>
    public PostalContact? Postal { get; init; }

    /// <summary>His name; null when it is not known.</summary>
    public PersonName? Name { get; init; }

    /// <summary>His telephone number.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>His e-mail address.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>The names of the province and the commune, as they stand in an address: "Phường Ba Đình, Thành phố Hà Nội".</summary>
    public string PlaceName { get; init; } = "";

    /// <summary>The procedure's code.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The procedure's name.</summary>
    public required string ProcedureName { get; init; }

    /// <summary>The sector's name.</summary>
    public required string SectorName { get; init; }

    /// <summary>The papers of the dossier by the codes of its components: names of files may hold a person's.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];
}
