using System.Globalization;
using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>What a look-up says about a dossier. When in doubt it says nothing: it is asked again.</summary>
internal abstract record LookupReading
{
    private LookupReading() { }

    /// <summary>The system has the dossier.</summary>
    /// <param name="State">Where it stands; null when the answer does not say.</param>
    public sealed record Has(DossierState? State) : LookupReading;

    /// <summary>The system does not know the dossier.</summary>
    public sealed record HasNot(string Reason) : LookupReading;

    /// <summary>The answer says neither, or there is none.</summary>
    public sealed record Unclear(string Reason, FaultSide Side = FaultSide.Partner) : LookupReading;

    /// <summary>Reads the answer.</summary>
    public static LookupReading Of(CallResult result, DossierCode dossier, OutcomeTable<LookupAnswer> table) => result switch
    {
        CallResult.NotSent notSent => new Unclear($"look-up: {notSent.Reason}", FaultSide.Network),
        CallResult.Lost lost => new Unclear($"look-up: {lost.Reason}", FaultSide.Network),
        CallResult.Answered { Reply: { } reply } answered when answered.IsSuccess || answered.Status == 404 => OfReply(answered, reply, dossier, table),
        CallResult.Answered answered => new Unclear(ReasonOf(answered, "no answer")),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.GetType().Name, "No such result of a call."),
    };

    private static LookupReading OfReply(CallResult.Answered answered, ReplyEnvelope reply, DossierCode dossier, OutcomeTable<LookupAnswer> table)
    {
        var found = FoundIn(reply);
        foreach (var (code, state) in found)
        {
            if (string.Equals(code, dossier.Value, StringComparison.OrdinalIgnoreCase)) return new Has(DossierStates.Of(state?.Trim()));
        }

        if (found.Count > 0) return new Unclear(ReasonOf(answered, "the answer is about another dossier"));
        if (SaysNone(reply)) return new HasNot(ReasonOf(answered, "empty result"));
        return reply.ErrorCode is { } errorCode && table.Of(errorCode, reply.Message, updating: false) == LookupAnswer.Absent
            ? new HasNot(ReasonOf(answered, "not found"))
            : new Unclear(ReasonOf(answered, "no clear answer"));
    }

    /// <summary>The dossiers in a reply: on its own level as known systems write it, or in <c>result</c> or <c>data</c>.</summary>
    private static List<(string Code, string? State)> FoundIn(ReplyEnvelope reply)
    {
        var found = reply.Rows<DossierSummary>().Where(row => row.MaHoSo is not null).Select(row => (row.MaHoSo!, row.TrangThaiHoSo)).ToList();
        if (reply.Root.Find("MaHoSo") is { IsBlank: false, Text: { } own }) found.Add((own.Trim(), reply.Root.Find("TrangThaiHoSo")?.Text));
        return found;
    }

    // The portal's own form of "not known" (2.8), which some systems mirror.
    private static bool SaysNone(ReplyEnvelope reply) =>
        reply.ErrorCode is null or 0 && (reply.Root.Find("result") ?? reply.Root.Find("data")) is { Kind: NodeKind.Array, IsBlank: true };

    private static string ReasonOf(CallResult.Answered answered, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"look-up: HTTP {answered.Status}, {what}");
}
