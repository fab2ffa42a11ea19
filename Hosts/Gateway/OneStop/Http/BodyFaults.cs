using System.Globalization;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Gateway.Hosting;

namespace DichVuCong.Gateway.OneStop.Http;

/// <summary>What can be wrong with a body before it is looked into; the rest is the adapter's (<c>body.*</c>).</summary>
internal static class BodyFaults
{
    public static readonly WireFault TooLarge =
        new("body.tooLarge", "body", $"Nội dung lớn quá {GatewayLimits.BodyBytes.ToString(CultureInfo.InvariantCulture)} byte.");

    public static readonly WireFault Encoded = new("body.encoded", "Content-Encoding", "Nội dung nén không được hỗ trợ, đề nghị gửi JSON không nén.");

    public static readonly WireFault Broken = new("body.broken", "body", "Nội dung bị ngắt giữa chừng hoặc không đúng giao thức HTTP.");

    public static readonly WireFault NoRoom = new("tryAgain", "", "Hệ thống đang bận, đề nghị gửi lại sau.");
}
