using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>Reads the portal's answers as clients do: by error_code, by words, and by <c>result[]</c> where there is one.</summary>
internal static class ReplyReader
{
    private const string TryAgain = "tryAgain";
    private const string SessionCodes = "envelope.session";
    private const string AlreadyThere = "đã tồn tại";

    /// <summary>The verdict on each of the items of a call.</summary>
    /// <param name="reply">The answer; null when it was none of the contract.</param>
    /// <param name="count">How many items the call had.</param>
    public static ItemVerdict[] Read(ReplyEnvelope? reply, int count)
    {
        var verdicts = new ItemVerdict[count];
        if (reply?.ErrorCode is not { } code)
        {
            Array.Fill(verdicts, ItemVerdict.Again);
            return verdicts;
        }

        if (code == 0)
        {
            Array.Fill(verdicts, ItemVerdict.Acknowledged);
            return verdicts;
        }

        var results = reply.Results;
        Array.Fill(verdicts, OfAll(code, reply.Message, results.Count > 0 ? results[0] : null));
        foreach (var result in results)
        {
            if (result.Index is >= 0 and { } index && index < count) verdicts[index] = Of(result);
        }

        return verdicts;
    }

    private static ItemVerdict OfAll(int code, string? message, ReplyItem? first) =>
        first?.Code?.StartsWith(SessionCodes, StringComparison.Ordinal) == true ? ItemVerdict.NewSession
        : first?.Code == TryAgain ? ItemVerdict.Again
        : IsExists(code, message) ? new ItemVerdict(VerdictKind.Exists, first?.Code)
        : new ItemVerdict(VerdictKind.Refused, first?.Code ?? "unnamed");

    private static ItemVerdict Of(ReplyItem item) =>
        item.ErrorCode == 0 ? ItemVerdict.Acknowledged
        : item.Code == TryAgain ? ItemVerdict.Again
        : IsExists(item.ErrorCode ?? -1, item.Message) ? new ItemVerdict(VerdictKind.Exists, item.Code)
        : new ItemVerdict(VerdictKind.Refused, item.Code ?? "unnamed");

    private static bool IsExists(int code, string? message) => code is 3 or -3 || message?.Contains(AlreadyThere, StringComparison.OrdinalIgnoreCase) == true;
}
