using DichVuCong.Contracts.Dossiers;
using DichVuCong.Runtime.Doors;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Portal;

/// <summary>What must hold of what the portal was answered, and of the feed it follows.</summary>
internal static class PortalInvariants
{
    public static IEnumerable<Invariant> All(ModelledPortal portal) =>
    [
        new(
            "duplicates-get-the-first-answer",
            "Every repetition of a call got the answer that the first got.",
            _ => from submission in portal.Submissions
                 let answers = submission.Answers.Where(answer => answer.Verdict != DoorVerdict.Conflict).Select(answer => answer.Answer).Distinct(StringComparer.Ordinal).ToList()
                 where answers.Count > 1
                 select $"{submission.Id} was answered {string.Join(" and ", answers)}"),
        new(
            "conflicts-are-refused",
            "A call with the id of an earlier one and another content is refused, and the earlier one never is.",
            _ => from submission in portal.Submissions
                 let taken = submission.Answers.Where(answer => answer.Verdict != DoorVerdict.Conflict).Select(answer => answer.Content).Distinct().ToList()
                 where taken.Count > 1 || submission.Answers.Exists(answer => answer.Verdict == DoorVerdict.Conflict && taken.Contains(answer.Content))
                 select $"{submission.Id} was taken with the contents {string.Join(" and ", taken)}"),
        new(
            "accepted-calls-have-one-effect",
            "Every filing that was answered has exactly one dossier, and that a saga; every dossier of the registry belongs to one filing.",
            world => from submission in portal.Submissions
                     where submission.Id[0] == 'f' && submission.Code is not null
                     let number = int.Parse(submission.Id[1..], System.Globalization.CultureInfo.InvariantCulture)
                     let dossiers = world.Registry.Dossiers.Values.Where(dossier => dossier.Number == number).ToList()
                     where dossiers.Count != 1 || dossiers[0].Code.Value != submission.Code || !world.Checks.HasSaga(submission.Code!)
                     select $"{submission.Id} was answered {submission.Code} and has led to {dossiers.Count} dossiers"),
        new(
            "accepted-supplements-are-known",
            "The revision of every supplement that was answered is known to the dossier's saga.",
            world => from submission in portal.Submissions
                     where submission.Id[0] == 's' && submission.Code is not null
                     let parts = submission.Code!.Split(' ')
                     where world.Checks.DossierOf(parts[0]) is not { } data || data.Revision < int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)
                     select $"the supplement {submission.Id} is not known"),
        new(
            "the-feed-is-a-chain",
            "The portal hears of each dossier's changes in order: each begins where the last one ended, receipts are numbered without a gap, and the last change is what the registry shows.",
            world => from dossier in world.Registry.Dossiers.Values
                     from fault in Faults(world.Feed.Of(dossier.Code.Value), dossier.Shown?.State)
                     select $"{dossier.Code}: {fault}"),
    ];

    private static IEnumerable<string> Faults(IReadOnlyList<object> events, DossierState? shown)
    {
        DossierState? at = null;
        var receipts = 0;
        foreach (var told in events)
        {
            if (told is ReceiptIssued receipt && receipt.Version != ++receipts) yield return $"receipt {receipt.Version} came as number {receipts}";
            if (told is not DossierStateChanged change) continue;
            if (at is not null && change.From != at) yield return $"it was {at} and came from {change.From}";
            at = change.State;
        }

        if (at is not null && shown is not null && at != shown) yield return $"the portal believes {at} and the registry shows {shown}";
    }
}
