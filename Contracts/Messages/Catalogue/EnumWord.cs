using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>
/// The words of an enumeration as they stand in JSON, in the catalogue's files and in its tables: the members' JSON names, so that the three
/// cannot drift apart.
/// </summary>
/// <typeparam name="T">An enumeration whose members carry a <see cref="JsonStringEnumMemberNameAttribute"/>.</typeparam>
public static class EnumWord<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>().ToFrozenDictionary(
        value => value,
        value => typeof(T).GetField(value.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString());

    private static readonly FrozenDictionary<string, T> Values =
        Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every word, in the order of the members.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(value => Words[value])];

    /// <summary>The word of a member.</summary>
    public static string Of(T value) => Words[value];

    /// <summary>The member of a word, whatever its case.</summary>
    /// <exception cref="FormatException">There is no such word.</exception>
    public static T Parse(string word) =>
        TryParse(word, out var value) ? value : throw new FormatException($"'{word}' is none of: {string.Join(", ", All)}.");

    /// <summary>The member of a word, whatever its case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? word, out T value)
    {
        value = default;
        return word is not null && Values.TryGetValue(word, out value);
    }
}
