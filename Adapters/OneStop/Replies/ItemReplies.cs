using System.Globalization;
using DichVuCong.Adapters.OneStop.Wire;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>
/// The replies to DongBoHoSoMC, CapNhatTienDoHoSoMC and DongBoTrangThaiHoSo: the old envelope for the clients that know no more, and in
/// <c>result[]</c> what became of each item.
/// </summary>
public static class ItemReplies
{
    /// <summary>The reply to a call whose items were looked at one by one.</summary>
    public static byte[] Of(ReplyStyle style, IReadOnlyList<ItemResult> results)
    {
        var lines = results.Select(result => ReplyTable.Of(result.Outcome, style)).ToArray();
        var failed = lines.Where(line => !line.IsSuccess).ToArray();
        return ReplyBody.Of(style, CodeOf(failed), MessageOf(results, lines, failed), ReplyBody.Result(writer => WriteAll(writer, style, results, lines)));
    }

    // One code for all only where all failed items say the same: "exists" for a batch in which something else failed too would make
    // clients send everything as an update.
    private static int CodeOf(ReplyLine[] failed) =>
        failed.Length == 0 ? ReplyTable.Success
        : Array.TrueForAll(failed, line => line.ErrorCode == failed[0].ErrorCode) ? failed[0].ErrorCode
        : ReplyTable.Failure;

    private static string MessageOf(IReadOnlyList<ItemResult> results, ReplyLine[] lines, ReplyLine[] failed)
    {
        if (results.Count == 1) return TextOf(results[0], lines[0]);
        if (failed.Length == 0) return lines[0].Text;
        var same = Array.TrueForAll(failed, line => line == failed[0]);
        var counted = string.Create(CultureInfo.InvariantCulture, $"{failed.Length}/{lines.Length} mục không được ghi nhận, chi tiết trong result");
        return same ? $"{failed[0].Text}. {counted}" : counted;
    }

    private static string TextOf(ItemResult result, ReplyLine line) => result.Faults.Count > 0 ? result.Faults[0].Message : line.Text;

    private static void WriteAll(JsonTextWriter writer, ReplyStyle style, IReadOnlyList<ItemResult> results, ReplyLine[] lines)
    {
        writer.WriteStartArray();
        for (var i = 0; i < lines.Length; i++) Write(writer, style, results[i], lines[i]);
        writer.WriteEndArray();
    }

    private static void Write(JsonTextWriter writer, ReplyStyle style, ItemResult result, ReplyLine line)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("index");
        writer.WriteValue(result.Index);
        writer.WritePropertyName("MaHoSo");
        writer.WriteValue(result.MaHoSo ?? "");
        ErrorCodeForms.Write(writer, style.Form, line.ErrorCode);
        var first = result.Faults.Count > 0 ? result.Faults[0] : new WireFault(line.Code, "", line.Text);
        FaultReplies.WriteMembers(writer, first);
        if (result.Faults.Count > 1)
        {
            writer.WritePropertyName("errors");
            FaultReplies.WriteArray(writer, result.Faults);
        }

        writer.WriteEndObject();
    }
}
