using System.Globalization;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>Decides what a look-up says about an earlier delivery. When in doubt it says nothing: it is asked again.</summary>
internal static class LookupVerdict
{
    /// <summary>The outcome of the question.</summary>
    public static Outcome Of(CallResult result, DeliverDossier command, OutcomeTable<LookupAnswer> table) => result switch
    {
        CallResult.NotSent notSent => Outcome.Unknown($"look-up: {notSent.Reason}"),
        CallResult.Lost lost => Outcome.Unknown($"look-up: {lost.Reason}"),
        CallResult.Answered { Reply: { } reply } answered when answered.IsSuccess || answered.Status == 404 => OfReply(answered, reply, command, table),
        CallResult.Answered answered => Outcome.Unknown(ReasonOf(answered, "no answer")),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.GetType().Name, "No such result of a call."),
    };

    private static Outcome OfReply(CallResult.Answered answered, ReplyEnvelope reply, DeliverDossier command, OutcomeTable<LookupAnswer> table)
    {
        var codes = CodesIn(reply);
        if (codes.Exists(code => IsSame(code, command.Dossier)))
        {
            return Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: true), "found by look-up");
        }

        if (codes.Count > 0) return Outcome.Unknown(ReasonOf(answered, "the answer is about another dossier"));
        if (SaysNone(reply)) return Outcome.Absent(ReasonOf(answered, "empty result"));
        return reply.ErrorCode is { } errorCode && table.Of(errorCode, reply.Message, updating: false) == LookupAnswer.Absent
            ? Outcome.Absent(ReasonOf(answered, "not found"))
            : Outcome.Unknown(ReasonOf(answered, "no clear answer"));
    }

    /// <summary>The codes of dossiers in a reply: on its own level as known systems write it, or in <c>result</c> or <c>data</c>.</summary>
    private static List<string> CodesIn(ReplyEnvelope reply)
    {
        var codes = reply.Rows<DossierSummary>().Select(row => row.MaHoSo).OfType<string>().ToList();
        if (reply.Root.Find("MaHoSo") is { IsBlank: false, Text: { } own }) codes.Add(own.Trim());
        return codes;
    }

    private static bool IsSame(string code, DossierCode dossier) => string.Equals(code, dossier.Value, StringComparison.OrdinalIgnoreCase);

    // The portal's own form of "not known" (2.8), which some systems mirror.
    private static bool SaysNone(ReplyEnvelope reply) =>
        reply.ErrorCode is null or 0 && (reply.Root.Find("result") ?? reply.Root.Find("data")) is { Kind: NodeKind.Array, IsBlank: true };

    private static string ReasonOf(CallResult.Answered answered, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"look-up: HTTP {answered.Status}, {what}");
}
