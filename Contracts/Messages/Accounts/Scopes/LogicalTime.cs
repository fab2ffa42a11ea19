using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>
/// An instant of a hybrid logical clock: milliseconds since 1970 and a counter within them, written <c>1772416800000.0</c>. It never goes back
/// on one side, and is later than everything that the side had seen, however far apart the clocks of the two sides are.
/// </summary>
/// <param name="Milliseconds">Milliseconds since 1970, of whichever clock was ahead.</param>
/// <param name="Counter">Counts within the millisecond.</param>
[JsonConverter(typeof(TextConverter<LogicalTime>))]
public readonly record struct LogicalTime(long Milliseconds, int Counter) : IText<LogicalTime>, IComparable<LogicalTime>
{
    /// <summary>Before everything.</summary>
    public static LogicalTime Never => default;

    /// <summary>Whether one is before another.</summary>
    public static bool operator <(LogicalTime left, LogicalTime right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is after another.</summary>
    public static bool operator >(LogicalTime left, LogicalTime right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not after another.</summary>
    public static bool operator <=(LogicalTime left, LogicalTime right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not before another.</summary>
    public static bool operator >=(LogicalTime left, LogicalTime right) => left.CompareTo(right) >= 0;

    /// <summary>The later of two.</summary>
    public static LogicalTime Later(LogicalTime one, LogicalTime other) => one > other ? one : other;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out LogicalTime value)
    {
        value = default;
        if (text is not { Length: <= 30 }) return false;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)) return false;
        if (!int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var counter)) return false;
        value = new LogicalTime(milliseconds, counter);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(LogicalTime other) =>
        Milliseconds == other.Milliseconds ? Counter.CompareTo(other.Counter) : Milliseconds.CompareTo(other.Milliseconds);

    /// <inheritdoc/>
    public string ToWire() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds}.{Counter}");

    /// <inheritdoc/>
    public override string ToString() => ToWire();
}
