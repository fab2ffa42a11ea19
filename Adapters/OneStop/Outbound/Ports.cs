using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>Where the contents of dossiers are kept.</summary>
public interface IDossierContents
{
    /// <summary>The content of a revision; null when there is none.</summary>
    ValueTask<DossierContent?> FindAsync(DossierCode dossier, int revision, CancellationToken cancellationToken);
}

/// <summary>The settings of the one-stop systems. Addresses come from here only, never from a message or a reply.</summary>
public interface IOneStopDirectory
{
    /// <summary>A system by its code; null when there is none.</summary>
    OneStopSystem? Find(string code);
}

/// <summary>Makes the links under which the agencies fetch the files of dossiers from the file gateway: absolute, expiring.</summary>
public interface IFileLinks
{
    /// <summary>The link of one file of one revision.</summary>
    Uri LinkFor(DossierCode dossier, int revision, int fileNumber);
}
