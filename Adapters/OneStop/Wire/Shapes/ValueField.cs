using System.Globalization;
using System.Reflection;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>A scalar that travels as a JSON number or boolean: the few that the contract writes so.</summary>
/// <typeparam name="T">The wire object's type.</typeparam>
/// <typeparam name="TValue">int, decimal or bool.</typeparam>
internal sealed class ValueField<T, TValue>(string name, FieldRule rule, PropertyInfo property) : ShapeField<T>(name, rule)
    where T : class
    where TValue : struct, IParsable<TValue>
{
    private readonly Func<T, TValue?> _get = Getter<TValue?>(property);
    private readonly Action<T, TValue?> _set = Setter<TValue?>(property);

    public override void Read(T target, WireNode node, ReadContext context)
    {
        var text = FieldReader.Read(node, Name, Rule, context);
        if (text is null) return;
        if (TValue.TryParse(CanonicalOf(text), CultureInfo.InvariantCulture, out var value)) _set(target, value);
        else context.Break<string>(Name, typeof(TValue) == typeof(bool) ? WireRule.MalformedFlag : WireRule.MalformedNumber);
    }

    public override void Write(JsonTextWriter writer, T source) => writer.WriteValue((object?)_get(source));

    public override bool IsEmpty(T source) => _get(source) is null;

    private static string? CanonicalOf(string text) =>
        typeof(TValue) == typeof(bool) ? Canonical.Flag(text) : typeof(TValue) == typeof(int) ? Canonical.Number(text) : text;
}
