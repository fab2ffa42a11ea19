using System.Text.Json.Serialization.Metadata;

namespace DichVuCong.Gateway.Filing;

/// <summary>
/// Where in a body something is wrong, by the names of our contract only: a path may hold names that the caller made up, and a refusal never
/// repeats what was sent.
/// </summary>
internal static class KnownPath
{
    /// <summary>The part of a path that <paramref name="type"/> knows, without the leading <c>$.</c>; <c>$</c> when that is nothing.</summary>
    public static string Of(string? path, JsonTypeInfo type)
    {
        var known = 0;
        var current = type;
        var rest = path is { Length: > 0 } && path[0] == '$' ? path.AsSpan(1) : [];
        while (!rest.IsEmpty && Step(rest, current) is ({ } next, var length))
        {
            (known, current) = (known + length, next);
            rest = rest[length..];
        }

        return known == 0 ? "$" : path![1..(known + 1)].TrimStart('.');
    }

    /// <summary>The next type and how many letters lead to it; null when the type does not know the way.</summary>
    private static (JsonTypeInfo? Next, int Length) Step(ReadOnlySpan<char> rest, JsonTypeInfo type)
    {
        if (rest[0] == '[' && type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element })
        {
            var end = rest.IndexOf(']');
            return end > 1 && !rest[1..end].ContainsAnyExceptInRange('0', '9') ? (type.Options.GetTypeInfo(element), end + 1) : default;
        }

        if (rest[0] != '.' || type.Kind != JsonTypeInfoKind.Object) return default;
        var after = rest[1..].IndexOfAny('.', '[');
        var name = after < 0 ? rest[1..] : rest[1..(after + 1)];
        foreach (var property in type.Properties)
        {
            if (name.SequenceEqual(property.Name)) return (type.Options.GetTypeInfo(property.PropertyType), name.Length + 1);
        }

        return default;
    }
}
