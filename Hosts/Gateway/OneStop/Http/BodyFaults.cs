using System.Globalization;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Gateway.Bodies;
using DichVuCong.Gateway.Hosting;

namespace DichVuCong.Gateway.OneStop.Http;

/// <summary>What can be wrong with a body before it is looked into; the rest is the adapter's (<c>body.*</c>).</summary>
internal static class BodyFaults
{
    public static readonly WireFault NoRoom = new("tryAgain", "", "Hệ thống đang bận, đề nghị gửi lại sau.");

    private static readonly WireFault TooLarge =
        new("body.tooLarge", "body", $"Nội dung lớn quá {GatewayLimits.BodyBytes.ToString(CultureInfo.InvariantCulture)} byte.");

    private static readonly WireFault Encoded = new("body.encoded", "Content-Encoding", "Nội dung nén không được hỗ trợ, đề nghị gửi JSON không nén.");

    private static readonly WireFault Broken = new("body.broken", "body", "Nội dung bị ngắt giữa chừng hoặc không đúng giao thức HTTP.");

    /// <summary>The fault of a body, and the HTTP status to answer with; null when there is nothing wrong.</summary>
    public static (WireFault? Fault, int Status) Of(CallBody body) => body.Trouble switch
    {
        BodyTrouble.TooLarge => (TooLarge, StatusCodes.Status413PayloadTooLarge),
        BodyTrouble.Encoded => (Encoded, StatusCodes.Status200OK),
        BodyTrouble.Broken => (Broken, StatusCodes.Status200OK),
        BodyTrouble.NoRoom => (NoRoom, StatusCodes.Status200OK),
        _ => (null, StatusCodes.Status200OK),
    };
}
