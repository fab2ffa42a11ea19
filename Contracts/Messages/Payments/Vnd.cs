using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>
/// An amount of money in whole đồng. There are no smaller units in use, so every amount is an integer: nothing is ever rounded. Sums that do
/// not fit throw instead of turning over.
/// </summary>
/// <param name="Amount">Đồng; negative only for a difference.</param>
[JsonConverter(typeof(VndConverter))]
public readonly record struct Vnd(long Amount) : IComparable<Vnd>
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NegativeSign = "-" };

    /// <summary>No money.</summary>
    public static Vnd Zero => default;

    /// <summary>Whether it is an amount that somebody can pay.</summary>
    public bool IsPositive => Amount > 0;

    /// <summary>The sum of two amounts.</summary>
    /// <exception cref="OverflowException">The sum is beyond 64 bits.</exception>
    public static Vnd operator +(Vnd left, Vnd right) => new(checked(left.Amount + right.Amount));

    /// <summary>The difference of two amounts.</summary>
    /// <exception cref="OverflowException">The difference is beyond 64 bits.</exception>
    public static Vnd operator -(Vnd left, Vnd right) => new(checked(left.Amount - right.Amount));

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Vnd left, Vnd right) => left.Amount < right.Amount;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Vnd left, Vnd right) => left.Amount > right.Amount;

    /// <summary>Whether the left amount is smaller, or the same.</summary>
    public static bool operator <=(Vnd left, Vnd right) => left.Amount <= right.Amount;

    /// <summary>Whether the left amount is larger, or the same.</summary>
    public static bool operator >=(Vnd left, Vnd right) => left.Amount >= right.Amount;

    /// <summary>The sum of amounts.</summary>
    /// <exception cref="OverflowException">It is beyond 64 bits.</exception>
    public static Vnd Sum(IEnumerable<Vnd> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    /// <summary>Reads an amount as partners write it: digits only, no separators, no sign, at most 15 of them.</summary>
    public static bool TryParseWire(string? text, out Vnd value)
    {
        var read = text is { Length: > 0 and <= 15 } && text.All(char.IsAsciiDigit);
        value = read ? new Vnd(long.Parse(text!, CultureInfo.InvariantCulture)) : default;
        return read;
    }

    /// <summary>As partners write it: digits only.</summary>
    public string ToWire() => Amount.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(Vnd other) => Amount.CompareTo(other.Amount);

    /// <summary>For people: <c>1.250.000 ₫</c>.</summary>
    public override string ToString() => Amount.ToString("#,0", Vietnamese) + " ₫";
}

/// <summary>Money travels as a JSON integer; a number with a point or an exponent is refused.</summary>
public sealed class VndConverter : JsonConverter<Vnd>
{
    /// <inheritdoc/>
    public override Vnd Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var amount)
            ? new Vnd(amount)
            : throw new JsonException("Not an amount in whole đồng.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Vnd value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
}
