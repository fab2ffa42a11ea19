using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Simulation.Catalogue;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Notices;

/// <summary>What must hold of what applicants were told.</summary>
internal static class NoticeInvariants
{
    public static Invariant OfA334(string provider, NoticeLedger ledger) => new(
        $"no-notice-of-one-stop-services ({provider})",
        "Nobody is told of a dossier that is served on an agency's own system (A33.4).",
        world => ledger.Delivered
            .Where(notice => world.Registry.Find(notice.Dossier)?.Procedure.Value == SampleCatalogue.OneStop)
            .Select(notice => $"{notice.Occasion} of {notice.Dossier}"));

    public static Invariant OnceEach(string provider, NoticeLedger ledger) => new(
        $"told-once ({provider})",
        "Nobody is told the same twice, beyond the calls that are counted as possible doubles.",
        world => ledger.Delivered
            .GroupBy(notice => (notice.Dossier, notice.Occasion))
            .Where(group => group.Count() > 1 + group.Select(notice => notice.Id).Distinct().Sum(id => AllowedFor(world, id)))
            .Select(group => $"{group.Key.Occasion} of {group.Key.Dossier} was told {group.Count()} times"));

    public static Invariant SentMeansDelivered(string provider, NoticeLedger ledger, NoticeChannels channel) => new(
        $"sent-is-delivered ({provider})",
        "What the registry shows as sent was handed to the provider, unless the provider lied; what was neither sent nor failed is parked, or given up and counted.",
        world => from dossier in world.Registry.Dossiers.Values
                 from notice in dossier.Notices
                 where notice.Key.Channel == channel && !ledger.HasLiedOf(dossier.Code.Value, notice.Key.Occasion)
                 let delivered = ledger.Delivered.Any(row => row.Dossier == dossier.Code.Value && row.Occasion == notice.Key.Occasion)
                 where notice.Value switch
                 {
                     NoticeState.Sent => !delivered,
                     NoticeState.Ordered => !delivered && !world.Tables.Doubts.Exists(doubt => doubt.IsLoss) && world.Operated.Count == 0,
                     _ => delivered,
                 }
                 select $"{notice.Key.Occasion} of {dossier.Code} is {notice.Value}, delivered: {delivered}");

    /// <summary>Each counted possible double allows one more; so does an operator who sends a parked call again.</summary>
    private static int AllowedFor(Bus.World world, Guid id) =>
        world.Tables.Doubts.Count(doubt => doubt.Message == id) + (world.Operated.Contains(id) ? 14 : 0);
}
