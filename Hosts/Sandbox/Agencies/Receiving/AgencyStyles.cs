using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Agencies.Receiving;

/// <summary>The faults that lie in the form of a reply.</summary>
internal static class AgencyStyles
{
    /// <summary>How a system answers, with a fault.</summary>
    public static ReplyStyle Of(ReplyStyle usual, FaultKind? fault) => fault switch
    {
        FaultKind.IntCodes => usual with { Form = ErrorCodeForm.Number },
        FaultKind.StringCodes => usual with { Form = ErrorCodeForm.Text },
        FaultKind.PaddedCodes => usual with { Form = ErrorCodeForm.Padded },
        FaultKind.DoubledJson => usual with { Wrapped = true },
        _ => usual,
    };
}
