using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Registries.Dossiers;

/// <summary>Reads where notices go from the dossier's content, at the moment in which they are sent.</summary>
public sealed class NoticeRecipients(DossierContents contents) : INoticeRecipients
{
    /// <inheritdoc/>
    public async ValueTask<NoticeRecipient?> FindAsync(DossierCode dossier, CancellationToken cancellationToken) =>
        await contents.FindAsync(dossier, revision: 0, cancellationToken) is { } content
            ? new NoticeRecipient(content.Applicant.Phone, content.Applicant.Email, content.Applicant.FullName, content.AgencyName, content.Applicant.PersonalId)
            : null;
}
