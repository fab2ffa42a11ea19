using System.Security.Cryptography;
using System.Text;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Gateway.Notices;

/// <summary>What a report came to.</summary>
internal enum NoticeReportOutcome : byte
{
    /// <summary>It is durable, now or since an earlier call.</summary>
    Taken,

    /// <summary>It names a dossier that we do not have: counted, and answered as taken, since a repetition would not help.</summary>
    Unknown,
}

/// <summary>Makes reports of what became of notices durable, each once.</summary>
internal sealed class NoticeReportDesk(Door door, DossierLookup dossiers)
{
    /// <summary>Takes a report.</summary>
    /// <exception cref="DoorBusyException">Nothing is known to be recorded.</exception>
    public async Task<NoticeReportOutcome> TakeAsync(DeliveryTold told, CancellationToken cancellationToken)
    {
        if (await dossiers.FindAsync(told.Dossier, cancellationToken) is not { } row) return NoticeReportOutcome.Unknown;
        // The same word again changes nothing; another word about the same notice is another call.
        var identity = SHA256.HashData(Encoding.UTF8.GetBytes($"{told.Dossier.Value} {told.Occasion} {(byte)told.Channel} {(byte)told.State}"));
        await door.AcceptAsync(
            new DoorCall
            {
                Identity = new CallIdentity(Endpoints.NoticeReports, identity, identity),
                Messages = [new DoorMessage(told, row.Flow)],
            },
            cancellationToken);
        return NoticeReportOutcome.Taken;
    }
}
