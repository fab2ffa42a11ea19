using System.Collections.Frozen;

namespace DichVuCong.Payments.Desk;

/// <summary>What operators call the values of an enumeration, in Vietnamese and in English.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class Terms<T>(params (T Value, string Vietnamese, string English)[] rows)
    where T : struct, Enum
{
    private readonly FrozenDictionary<T, (string Vietnamese, string English)> _words = rows.ToFrozenDictionary(row => row.Value, row => (row.Vietnamese, row.English));

    /// <summary>The word for a value; one that has none is called by its name in the code.</summary>
    public string Of(T value, bool english) => _words.TryGetValue(value, out var words) ? english ? words.English : words.Vietnamese : value.ToString();
}
