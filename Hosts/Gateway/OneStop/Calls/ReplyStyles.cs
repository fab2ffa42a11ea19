using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>How callers are answered.</summary>
internal static class ReplyStyles
{
    /// <summary>A system whose settings are known.</summary>
    public static ReplyStyle Of(OneStopSystem system, bool wrapped, OneStopOptions options) =>
        ReplyStyle.Of(system, wrapped) with { ExistsCode = options.ExistsCode };

    /// <summary>Somebody who is not known: in the form that most clients read (1.3).</summary>
    public static ReplyStyle Unknown(OneStopOptions options, bool wrapped = false) => new(ErrorCodeForm.Text, wrapped, options.ExistsCode);
}
