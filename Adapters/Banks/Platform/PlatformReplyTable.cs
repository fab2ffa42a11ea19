using System.Collections.Frozen;
using DichVuCong.Adapters.Banks.Callbacks;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>
/// MaLoi of our replies. 00, 02, 07 and 99 are those of the bank side of INIT (5.9); no list for ministries is public, so an unknown
/// reference and another amount are 02, data that is not right.
/// </summary>
internal static class PlatformReplyTable
{
    private static readonly FrozenDictionary<CallbackOutcome, (string MaLoi, string Text)> Rows = new Dictionary<CallbackOutcome, (string, string)>
    {
        [CallbackOutcome.Accepted] = (PlatformResults.Success, ""),
        [CallbackOutcome.Duplicate] = (PlatformResults.Success, ""),
        [CallbackOutcome.UnknownOrder] = ("02", "MaThamChieu không có trên hệ thống."),
        [CallbackOutcome.AmountMismatch] = ("02", "MaThamChieu đã được dùng với nội dung khác."),
        [CallbackOutcome.BadSignature] = ("07", "MaXacThuc không hợp lệ."),
        [CallbackOutcome.TransientFailure] = ("99", "Hệ thống đang bận, đề nghị gửi lại sau."),
        [CallbackOutcome.Malformed] = ("02", "Dữ liệu không hợp lệ."),
    }.ToFrozenDictionary();

    /// <summary>The code and text of an outcome.</summary>
    public static (string MaLoi, string Text) Of(CallbackOutcome outcome) => Rows[outcome];
}
