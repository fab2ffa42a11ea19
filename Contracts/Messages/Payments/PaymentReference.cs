using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>
/// The reference of one order: <c>D</c>, the day it was made (yyMMdd) and 11 of Crockford's base 32, 18 characters in all. Unique for ever and
/// never made from the dossier's code. It fits MaThamChieu (20), VietQR's orderId (19) and vnp_TxnRef (100).
/// </summary>
[JsonConverter(typeof(TextConverter<PaymentReference>))]
public readonly record struct PaymentReference : IText<PaymentReference>
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 18;
    private const int DayDigits = 6;
    private const int DrawnDigits = 11;
    private const int BitsPerDigit = 5;
    private static readonly SearchValues<char> AllDigits = SearchValues.Create(Digits);
    private readonly string? _value;

    private PaymentReference(string value) => _value = value;

    /// <summary>The reference.</summary>
    public string Value => _value ?? "";

    /// <summary>Puts a reference together.</summary>
    /// <param name="day">The day in Asia/Ho_Chi_Minh on which the order was made.</param>
    /// <param name="drawn">What was drawn for it; its lower 55 bits count.</param>
    public static PaymentReference Of(DateOnly day, ulong drawn) => new(string.Create(Length, (day, drawn), static (text, made) =>
    {
        text[0] = 'D';
        made.day.TryFormat(text[1..], out _, "yyMMdd", CultureInfo.InvariantCulture);
        for (var digit = 0; digit < DrawnDigits; digit++) text[Length - 1 - digit] = Digits[(int)(made.drawn >> (digit * BitsPerDigit)) & 31];
    }));

    /// <summary>Makes a reference of a text.</summary>
    /// <exception cref="FormatException">The text is no payment reference.</exception>
    public static PaymentReference Parse(string text) =>
        TryParse(text, out var reference) ? reference : throw new FormatException("Not a payment reference such as D2611210123456789A.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out PaymentReference value)
    {
        value = default;
        if (text is not { Length: Length } || text[0] != 'D' || text.AsSpan(1 + DayDigits).ContainsAnyExcept(AllDigits)) return false;
        if (!DateOnly.TryParseExact(text.AsSpan(1, DayDigits), "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return false;
        value = new PaymentReference(text);
        return true;
    }

    /// <inheritdoc/>
    public string ToWire() => Value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
