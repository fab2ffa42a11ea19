using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Payments.Obligations;

namespace DichVuCong.Gateway.Payments;

/// <summary>Rules that fields of several calls share; whatever breaks one is named, and null is returned in its place.</summary>
internal static class FieldRules
{
    /// <summary>A text that must be there.</summary>
    public static string? Text(string? text, string field, string label, int longest, ObligationFaults faults)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            faults.Missing(field, label);
            return null;
        }

        if (trimmed.Length <= longest && !trimmed.Any(char.IsControl) && !trimmed.Any(char.IsSurrogate)) return trimmed;
        faults.Add(field, "text.too-long", $"Tối đa {longest} ký tự, không có ký tự điều khiển.");
        return null;
    }

    /// <summary>A day that is not to come.</summary>
    public static DateOnly? PastDay(string? text, string field, DateOnly today, ObligationFaults faults)
    {
        if (!DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            faults.Add(field, "date.malformed", "Ngày có dạng yyyy-MM-dd.");
            return null;
        }

        if (day <= today) return day;
        faults.Add(field, "date.ahead", "Ngày này chưa tới.");
        return null;
    }

    /// <summary>An amount: only a JSON integer counts, since whatever has a point, an exponent or quotes would have to be interpreted.</summary>
    public static Vnd? Amount(JsonElement? value, string field, Vnd largest, string tooLarge, ObligationFaults faults)
    {
        if (value is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given)
        {
            faults.Missing(field, "số tiền");
        }
        else if (given.ValueKind != JsonValueKind.Number || !given.GetRawText().AsSpan().TrimStart('-').ContainsOnlyDigits())
        {
            faults.Add(field, "amount.not-whole", "Số tiền là số nguyên đồng, viết bằng chữ số, không có dấu phân cách, dấu chấm hay ngoặc kép.");
        }
        else if (!given.TryGetInt64(out var amount))
        {
            faults.Add(field, "amount.too-large", tooLarge);
        }
        else if (amount <= 0)
        {
            faults.Add(field, "amount.not-positive", "Số tiền phải lớn hơn 0 đồng.");
        }
        else if (amount > largest.Amount)
        {
            faults.Add(field, "amount.too-large", tooLarge);
        }
        else
        {
            return new Vnd(amount);
        }

        return null;
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
