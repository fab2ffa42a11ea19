using System.Collections.Frozen;

namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>The answer to each outcome. Existing clients decide by code and by words (pain 7): the texts are part of the contract.</summary>
internal static class ReplyTable
{
    /// <summary>Accepted: clients want this code and the words "thành công".</summary>
    public const int Success = 0;

    /// <summary>General failure.</summary>
    public const int Failure = -1;

    /// <summary>A success says "thành công" and a failure never does, whatever field it names (1.3).</summary>
    private static readonly FrozenDictionary<ItemOutcome, ReplyLine> Lines = new Dictionary<ItemOutcome, ReplyLine>
    {
        [ItemOutcome.Stored] = new(Success, "stored", "Đồng bộ thành công"),
        [ItemOutcome.SameAgain] = new(Success, "sameAgain", "Đồng bộ thành công (nội dung này đã được ghi nhận trước đó)"),
        [ItemOutcome.AlreadyExists] = new(ReplyLine.ExistsCode, "dossier.MaHoSo.exists", "Hồ sơ đã tồn tại, đề nghị gửi cập nhật với isUpdating là \"True\""),
        [ItemOutcome.NotKnown] = new(Failure, "dossier.MaHoSo.unknown", "Hồ sơ chưa có trên hệ thống, đề nghị đồng bộ hồ sơ trước"),
        [ItemOutcome.Refused] = new(Failure, "refused", "Dữ liệu không hợp lệ"),
        [ItemOutcome.TryAgain] = new(Failure, "tryAgain", "Hệ thống đang bận, đề nghị gửi lại sau"),
    }.ToFrozenDictionary();

    /// <summary>The stable code of an outcome.</summary>
    public static string CodeOf(ItemOutcome outcome) => Lines[outcome].Code;

    /// <summary>The answer to an outcome.</summary>
    public static ReplyLine Of(ItemOutcome outcome, ReplyStyle style)
    {
        var line = Lines[outcome];
        return line.ErrorCode == ReplyLine.ExistsCode ? line with { ErrorCode = style.ExistsCode } : line;
    }
}

/// <summary>One answer.</summary>
/// <param name="ErrorCode">error_code.</param>
/// <param name="Code">The stable code in <c>result[]</c>.</param>
/// <param name="Text">The text.</param>
internal sealed record ReplyLine(int ErrorCode, string Code, string Text)
{
    /// <summary>Stands in the table for the style's own code.</summary>
    public const int ExistsCode = int.MinValue;

    /// <summary>Whether the client may cross the item off.</summary>
    public bool IsSuccess => ErrorCode == ReplyTable.Success;
}
