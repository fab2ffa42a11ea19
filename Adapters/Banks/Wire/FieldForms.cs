using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Wire;

/// <summary>The forms of fields as a table: who breaks a form, and what the partner is told.</summary>
internal static class FieldForms
{
    private static readonly Dictionary<FieldForm, (Func<string, bool> Fits, string Rule)> Table = new()
    {
        [FieldForm.Text] = (static text => !text.Any(static letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')), "có ký tự điều khiển"),
        [FieldForm.Code] = (static text => PlainText.IsPlain(text) && !text.Contains(' '), "chỉ được có chữ cái không dấu, chữ số và các dấu . - _"),
        [FieldForm.Amount] = (static text => Vnd.TryParseWire(text, out var amount) && amount.IsPositive,
            "phải là số tiền nguyên dương, đơn vị đồng, tối đa 15 chữ số"),
        [FieldForm.Time] = (static text => VietnamTime.TryParseWire(text, out _), "phải là thời điểm dạng yyyyMMddHHmmss theo giờ Việt Nam"),
    };

    /// <summary>The rule that a text breaks; null when it breaks none.</summary>
    public static string? Broken(FieldForm form, string text) => Table[form].Fits(text) ? null : Table[form].Rule;
}
