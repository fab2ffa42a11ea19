namespace DichVuCong.Contracts.Notifications;

/// <summary>
/// Where the adapters of notices read whom to tell, at the moment of sending: no message carries personal data. A host implements it.
/// </summary>
public interface INoticeRecipients
{
    /// <summary>The applicant of a dossier; null when nothing is stored about the dossier.</summary>
    ValueTask<NoticeRecipient?> FindAsync(DossierCode dossier, CancellationToken cancellationToken);
}

/// <summary>Whom to tell about a dossier.</summary>
/// <param name="Phone">Where SMS go; null when the applicant gave no number.</param>
/// <param name="Email">Where e-mail goes; null when the applicant gave no address.</param>
/// <param name="Name">The applicant's name; null when it is not known.</param>
/// <param name="AgencyName">The competent agency's name; null while there is none.</param>
/// <param name="PersonalId">The number by which the VNeID app knows the applicant; null when it is not known.</param>
public sealed record NoticeRecipient(PhoneNumber? Phone, EmailAddress? Email, PersonName? Name, string? AgencyName, PersonalId? PersonalId = null);
