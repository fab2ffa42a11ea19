using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Accounts;

/// <summary>
/// The identity of an account: <c>T</c>, the day it was made (yyMMdd) and 9 of Crockford's base 32, 16 characters in all. It is never made
/// from the person's number, so it may stand in a log and in an URL.
/// </summary>
[JsonConverter(typeof(TextConverter<AccountId>))]
public readonly record struct AccountId : IText<AccountId>
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int DayDigits = 6;
    private const int DrawnDigits = 9;
    private const int BitsPerDigit = 5;
    private static readonly SearchValues<char> AllDigits = SearchValues.Create(Digits);
    private readonly string? _value;

    private AccountId(string value) => _value = value;

    /// <summary>The identity.</summary>
    public string Value => _value ?? "";

    /// <summary>Puts an identity together.</summary>
    /// <param name="day">The day in Asia/Ho_Chi_Minh on which the account was made or asked for.</param>
    /// <param name="drawn">What was drawn for it; its lower 45 bits count.</param>
    public static AccountId Of(DateOnly day, ulong drawn) => new(string.Create(Length, (day, drawn), static (text, made) =>
    {
        text[0] = 'T';
        made.day.TryFormat(text[1..], out _, "yyMMdd", CultureInfo.InvariantCulture);
        for (var place = 0; place < DrawnDigits; place++)
            text[1 + DayDigits + place] = Digits[(int)(made.drawn >> (BitsPerDigit * (DrawnDigits - 1 - place))) & 31];
    }));

    /// <summary>Makes an identity of a text.</summary>
    /// <exception cref="FormatException">The text is no account's identity.</exception>
    public static AccountId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not an account's identity such as T26030201G7K9A2B.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccountId value)
    {
        value = default;
        if (text is not { Length: Length } || text[0] != 'T' || text.AsSpan(1).ContainsAnyExcept(AllDigits)) return false;
        if (!DateOnly.TryParseExact(text.AsSpan(1, DayDigits), "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return false;
        value = new AccountId(text);
        return true;
    }

    /// <inheritdoc/>
    public string ToWire() => Value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
