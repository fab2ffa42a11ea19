using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>The two sides that set procedure scopes (A12.2).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ScopeSide>))]
public enum ScopeSide : byte
{
    /// <summary>The coordination system.</summary>
    Coordination = 1,

    /// <summary>The agency's one-stop system.</summary>
    OneStop = 2,
}

/// <summary>
/// A side's copy from its first day, or from the day it was rolled back to a backup, to the next: written <c>C1</c> or <c>O1772416800</c>. A
/// rolled-back copy does not know what it said since its backup, so what it says from then on counts apart: it begins a new life.
/// </summary>
/// <param name="Side">Whose.</param>
/// <param name="Number">Larger than that of every earlier life of the side; the second since 1970 in which it began will do.</param>
[JsonConverter(typeof(TextConverter<ScopeLife>))]
public readonly record struct ScopeLife(ScopeSide Side, long Number) : IText<ScopeLife>, IComparable<ScopeLife>
{
    private const int MaxLength = 20;

    /// <summary>Whether one is before another.</summary>
    public static bool operator <(ScopeLife left, ScopeLife right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is after another.</summary>
    public static bool operator >(ScopeLife left, ScopeLife right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not after another.</summary>
    public static bool operator <=(ScopeLife left, ScopeLife right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not before another.</summary>
    public static bool operator >=(ScopeLife left, ScopeLife right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ScopeLife value)
    {
        value = default;
        if (text is not { Length: > 1 and <= MaxLength } || text[0] is not ('C' or 'O')) return false;
        if (!long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        value = new ScopeLife(text[0] == 'C' ? ScopeSide.Coordination : ScopeSide.OneStop, number);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(ScopeLife other) => Side == other.Side ? Number.CompareTo(other.Number) : Side.CompareTo(other.Side);

    /// <inheritdoc/>
    public string ToWire() => string.Create(CultureInfo.InvariantCulture, $"{(Side == ScopeSide.Coordination ? 'C' : 'O')}{Number}");

    /// <inheritdoc/>
    public override string ToString() => ToWire();
}
