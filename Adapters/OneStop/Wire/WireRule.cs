using System.Globalization;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>A rule that a body can break: the last part of the fault's stable code, and what the partner is told.</summary>
/// <param name="Name">The rule's name in the code, e.g. <c>malformed</c>.</param>
/// <param name="Text">The Vietnamese text after the field's name; <c>{0}</c> is the bound. It never says "thành công": clients look for that word.</param>
internal sealed record WireRule(string Name, string Text)
{
    public static readonly WireRule Missing = new("missing", "là bắt buộc nhưng không có giá trị");
    public static readonly WireRule Malformed = new("malformed", "không đúng định dạng");
    public static readonly WireRule MalformedDate = new("malformed", "phải là thời điểm dạng yyyyMMddHHmmss theo giờ Việt Nam");
    public static readonly WireRule MalformedFlag = new("malformed", "phải là \"True\" hoặc \"False\"");
    public static readonly WireRule MalformedNumber = new("malformed", "phải là số nguyên");
    public static readonly WireRule MalformedDossierCode = new("malformed", "phải là mã hồ sơ dạng <mã cơ quan>-<yyMMdd>-<số thứ tự>");
    public static readonly WireRule MalformedProcedureCode = new("malformed", "phải là mã thủ tục quốc gia dạng N.NNNNNN");
    public static readonly WireRule MalformedLink = new("malformed", "phải là đường dẫn http hoặc https");
    public static readonly WireRule WrongType = new("wrongType", "không đúng kiểu dữ liệu");
    public static readonly WireRule TooLong = new("tooLong", "dài quá {0} ký tự");
    public static readonly WireRule TooMany = new("tooMany", "có quá {0} phần tử");
    public static readonly WireRule Duplicate = new("duplicate", "xuất hiện nhiều lần");
    public static readonly WireRule Empty = new("empty", "không có dữ liệu");

    /// <summary>The text with its bound.</summary>
    public string With(int bound) => string.Format(CultureInfo.InvariantCulture, Text, bound);
}
