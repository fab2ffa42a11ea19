using System.Globalization;

namespace DichVuCong.Adapters.OneStop.Wire.Json;

/// <summary>What can be wrong with a body before any field of it is looked at.</summary>
internal static class JsonFaults
{
    public static WireFault TooLarge(int bytes) => Body("tooLarge", $"Nội dung lớn quá {bytes.ToString(CultureInfo.InvariantCulture)} byte.");

    public static WireFault Empty() => Body("empty", "Nội dung rỗng.");

    public static WireFault InvalidUtf8() => Body("invalidUtf8", "Nội dung không phải UTF-8 hợp lệ.");

    public static WireFault InvalidJson(int line, int position) =>
        Body("invalidJson", string.Create(CultureInfo.InvariantCulture, $"Nội dung không phải JSON hợp lệ (dòng {line}, vị trí {position})."));

    public static WireFault LeadingZero() =>
        Body("invalidJson", "Nội dung không phải JSON hợp lệ: số không được bắt đầu bằng chữ số 0 hoặc viết theo hệ mười sáu.");

    public static WireFault TooDeep(int depth) => Body("tooDeep", $"Nội dung lồng nhau quá {depth.ToString(CultureInfo.InvariantCulture)} cấp.");

    public static WireFault TooManyValues(int count) => Body("tooMany", $"Nội dung có quá {count.ToString(CultureInfo.InvariantCulture)} giá trị.");

    private static WireFault Body(string rule, string message) => new($"body.{rule}", "body", message);
}
