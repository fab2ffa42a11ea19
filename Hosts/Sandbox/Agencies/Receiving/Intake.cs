using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Agencies.Files;
using DichVuCong.Sandbox.Agencies.Journeys;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.Agencies.Receiving;

/// <summary>Stores what the portal pushed: a new dossier once, an update in place of what was there.</summary>
internal sealed class Intake(CurrentSettings settings, DossierBook book, JourneyGuide guide, FileChecker files)
{
    /// <summary>Takes a push.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="push">What came.</param>
    /// <param name="body">As it came.</param>
    /// <param name="storesAgain">Whether the system forgets to look whether it has the dossier.</param>
    /// <returns>False when it was there already, and the push was none of an update.</returns>
    public bool Take(AgencyDossier dossier, DossierPush push, ReadOnlyMemory<byte> body, bool storesAgain)
    {
        bool isStored, isNew;
        lock (dossier)
        {
            dossier.Pushes++;
            isNew = dossier.Copies == 0;
            isStored = isNew || push.IsUpdating || storesAgain;
            if (isNew) dossier.Journey = JourneyOf(dossier, push);
            if (isNew || (storesAgain && !push.IsUpdating)) dossier.Copies++;
            if (push.IsUpdating)
            {
                dossier.Updates++;
                if (isNew) dossier.UpdatesTooEarly++;
            }

            if (isStored) Keep(dossier, push, body);
            book.Keep(dossier);
        }

        if (isStored) files.Offer(dossier, push.Dossier);
        if (isNew) guide.Begin(dossier);
        return isStored;
    }

    /// <summary>What the post hands over (HinhThuc 1), the agency does not.</summary>
    private Journey JourneyOf(AgencyDossier dossier, DossierPush push)
    {
        var journey = JourneyTable.Of(settings.Value.Seed, dossier.Code, settings.Value.Journeys);
        return push.Dossier.HinhThuc == "1" ? JourneyTable.ByPost(journey) : journey;
    }

    private static void Keep(AgencyDossier dossier, DossierPush push, ReadOnlyMemory<byte> body)
    {
        dossier.Facts = DossierFacts.Of(push.Dossier);
        if ((dossier.System.Style.SyncsFirst && !dossier.IsSynced) || dossier.WillAskForFee) dossier.Keep(push.Dossier, body.ToArray());
    }
}
