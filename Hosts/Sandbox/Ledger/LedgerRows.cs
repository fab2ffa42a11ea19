using DichVuCong.Sandbox.Agencies.Dossiers;

namespace DichVuCong.Sandbox.Ledger;

/// <summary>Entries of the ledger as they are shown.</summary>
internal static class LedgerRows
{
    /// <summary>A dossier.</summary>
    public static object Of(AgencyDossier dossier)
    {
        lock (dossier)
        {
            return new
            {
                dossier.Sequence,
                dossier.Code,
                system = dossier.System.Code,
                client = dossier.System.Style.Name,
                dossier.IsCounter,
                dossier.Pushes,
                dossier.Copies,
                dossier.Updates,
                dossier.UpdatesTooEarly,
                dossier.Overlaps,
                dossier.Questions,
                journey = dossier.Journey?.Name,
                states = dossier.Journey?.Steps.Select(step => step.State),
                dossier.StepsTaken,
                dossier.RowsAcknowledged,
                dossier.AcknowledgedState,
                dossier.IsFinished,
                dossier.GivenUp,
            };
        }
    }

    /// <summary>A notice.</summary>
    public static object Of(Notice notice)
    {
        lock (notice)
        {
            return new
            {
                notice.Sequence,
                channel = notice.Channel switch { NoticeChannel.Sms => "sms", NoticeChannel.Email => "email", _ => "app" },
                notice.Recipient,
                notice.Dossier,
                notice.TextHash,
                notice.Taken,
                notice.DuplicatesRefused,
                providers = notice.LastTakenBy.Keys.Order(StringComparer.Ordinal).ToList(),
            };
        }
    }
}
