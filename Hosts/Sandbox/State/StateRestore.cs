using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Sandbox.Agencies.Counter;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Agencies.Journeys;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Banks;
using DichVuCong.Sandbox.Ledger;
using DichVuCong.Sandbox.Post;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.State;

/// <summary>Brings back what was kept, before anybody is served: settings, dossiers, notices and the banks' books. Work on them goes on where it stood.</summary>
internal sealed class StateRestore(
    StateLog log, CurrentSettings settings, SystemDirectory systems, DossierBook book, NoticeBook notices, CounterDossiers counter, JourneyGuide guide,
    BankRestore banks, PostBook post, PostDesk postmen)
{
    /// <summary>Does it.</summary>
    public void Restore()
    {
        if (!log.IsKept) return;
        var lines = Newest(log.Read());
        log.Begin(lines);
        foreach (var line in lines)
        {
            if (line.Settings is { } kept) settings.Restore(kept);
        }

        var dossiers = new List<AgencyDossier>();
        foreach (var line in lines)
        {
            if (line.Notice is { } notice) notices.Restore(notice);
            if (line.Dossier is { } dossier && systems.Find(dossier.System) is { } system) dossiers.Add(Restore(system, dossier));
        }

        foreach (var dossier in dossiers) guide.Resume(dossier);
        banks.Restore(lines);
        foreach (var line in lines) post.Restore(line);
        postmen.Resume();
    }

    /// <summary>The last line about each thing, in the order of first sight.</summary>
    private static List<StateLine> Newest(IReadOnlyList<StateLine> lines)
    {
        var newest = new Dictionary<string, StateLine>(StringComparer.Ordinal);
        StateLine? settings = null;
        foreach (var line in lines)
        {
            if (line.Cleared) newest.Clear();
            settings = line.Settings is null ? settings : line;
            if (line.Dossier is { } dossier) newest[$"{dossier.System}/{dossier.Code}"] = line;
            if (line.Notice is { } notice) newest[notice.Key] = line;
            if ((BankRestore.KeyOf(line) ?? PostBook.KeyOf(line)) is { } key) newest[key] = line;
        }

        return settings is null ? [.. newest.Values] : [settings, .. newest.Values];
    }

    private AgencyDossier Restore(AgencySystem system, DossierState kept)
    {
        var dossier = book.Open(system, kept.Code, kept.IsCounter);
        dossier.Bring(kept, kept.Journey is { } name ? JourneyTable.Named(name) : null);
        // A dossier that is still to be sent whole: as it was pushed, or as the counter makes it again.
        if (kept.Pushed is { } pushed && DossierPush.Read(pushed, system.Generation) is { IsRead: true } push) dossier.Keep(push.Value.Dossier, pushed);
        else if (kept is { IsCounter: true, IsSynced: false, IsOld: false }) dossier.Keep(counter.Make(system, kept.Code, kept.LastStepAt), pushed: null);
        return dossier;
    }
}
