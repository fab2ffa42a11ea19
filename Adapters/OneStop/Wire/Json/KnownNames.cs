using System.Collections.Frozen;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Json;

/// <summary>The property names of the contract, so that reading one makes no new string.</summary>
internal sealed class KnownNames : JsonNameTable
{
    private static readonly Lock Learning = new();
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal);
    private static volatile KnownNames current = new([]);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private KnownNames(IEnumerable<string> names) =>
        _lookup = names.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names learnt so far.</summary>
    public static KnownNames Current => current;

    /// <summary>Learns the names of a wire object; called once for each, when it is first used.</summary>
    public static void Learn(IEnumerable<string> names)
    {
        lock (Learning)
        {
            Names.UnionWith(names);
            current = new KnownNames(Names);
        }
    }

    /// <inheritdoc/>
    public override string? Get(char[] key, int start, int length) =>
        _lookup.TryGetValue(key.AsSpan(start, length), out var name) ? name : null;
}
