using System.Security.Cryptography;
using System.Text;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Files;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Gateway.Files;

/// <summary>What is made durable about files: who looked (A17.3), and what is wrong with them.</summary>
internal sealed class FileRecords(Door door, DossierLookup dossiers)
{
    /// <summary>The account of whoever holds a link.</summary>
    public const string Account = "file-link";

    /// <summary>Records an access, before any of the content leaves.</summary>
    public Task NoteAccessAsync(FileToken link, CancellationToken cancellationToken) => door.AcceptAsync(
        new DoorCall { Records = [new NoteView(link.Dossier, Account, $"file {link.FileNumber} of revision {link.Revision}")] }, cancellationToken);

    /// <summary>Tells the dossier's saga about a fault: once for each file and fault, however often the file is asked for.</summary>
    /// <returns>False when no registry knows the dossier.</returns>
    public async Task<bool> ReportAsync(DossierCode dossier, int revision, int number, FileFault fault, CancellationToken cancellationToken)
    {
        if (await dossiers.FindAsync(dossier, cancellationToken) is not { } row) return false;
        var identity = SHA256.HashData(Encoding.ASCII.GetBytes($"{dossier.Value} {revision} {number} {(byte)fault}"));
        await door.AcceptAsync(
            new DoorCall
            {
                Identity = new CallIdentity(Endpoints.FileFaults, identity, identity),
                Messages = [new DoorMessage(new ReportFileFault(dossier, number, revision, fault), row.Flow)],
            },
            cancellationToken);
        return true;
    }
}
