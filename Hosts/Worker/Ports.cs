using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Files;
using DichVuCong.Registries.Settings;

namespace DichVuCong.Worker;

/// <summary>
/// The contents that are delivered. A dossier that waited for coordination was stored without an agency: the one that was named since is
/// filled in.
/// </summary>
internal sealed class DeliverableContents(DossierContents contents, DossierLookup dossiers, AgencyNames agencies) : IDossierContents
{
    public async ValueTask<DossierContent?> FindAsync(DossierCode dossier, int revision, CancellationToken cancellationToken)
    {
        var content = await contents.FindAsync(dossier, revision, cancellationToken);
        if (content is null or { Agency: not null }) return content;
        var row = await dossiers.FindAsync(dossier, cancellationToken);
        return row?.Agency is { } agency ? content with { Agency = agency, AgencyName = agencies.Find(agency) } : content;
    }
}

/// <summary>Where notices go; a dossier that the coordination desk assigned has its agency's name from the registry.</summary>
internal sealed class CurrentRecipients(NoticeRecipients recipients, DossierLookup dossiers, AgencyNames agencies) : INoticeRecipients
{
    public async ValueTask<NoticeRecipient?> FindAsync(DossierCode dossier, CancellationToken cancellationToken)
    {
        var recipient = await recipients.FindAsync(dossier, cancellationToken);
        if (recipient is null or { AgencyName: not null }) return recipient;
        var row = await dossiers.FindAsync(dossier, cancellationToken);
        return row?.Agency is { } agency ? recipient with { AgencyName = agencies.Find(agency) } : recipient;
    }
}

/// <summary>Links to the Gateway's file gateway.</summary>
internal sealed class FileLinks(FileTokens tokens, HostSettings settings) : IFileLinks
{
    public Uri LinkFor(DossierCode dossier, int revision, int fileNumber) =>
        new(settings.PublicUrl, $"/files/{tokens.Issue(dossier, revision, fileNumber)}");
}
