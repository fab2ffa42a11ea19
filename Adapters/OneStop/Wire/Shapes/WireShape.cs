using System.Collections.Frozen;
using System.Reflection;
using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>
/// How a wire object is read, written and brought to its canonical form: made once from the names on its type's properties and the table
/// of field rules. No naming policy takes part: letter case is mixed inside one contract (7.1).
/// </summary>
/// <typeparam name="T">The wire object's type.</typeparam>
internal sealed class WireShape<T>
    where T : class, new()
{
    private readonly FrozenDictionary<string, ShapeField<T>> _byName;
    private readonly ShapeField<T>[] _fields;
    private readonly ShapeField<T>[] _sorted;
    private readonly ShapeField<T>[] _required;

    private WireShape()
    {
        Name = typeof(T).GetCustomAttribute<WireObjectAttribute>()!.Name;
        _fields = ShapeFields.Of<T>(Name);
        _byName = _fields.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
        _sorted = [.. _fields.OrderBy(field => field.Name, StringComparer.Ordinal)];
        _required = [.. _fields.Where(field => field.Rule.Required)];
        KnownNames.Learn(_byName.Keys);
    }

    /// <summary>The shape.</summary>
    public static WireShape<T> Instance { get; } = new();

    /// <summary>The wire object's name.</summary>
    public string Name { get; }

    /// <summary>Reads an object; null and a fault when it is none. Faults of its fields are added to the context.</summary>
    public T? Read(WireNode node, ReadContext context)
    {
        if (node.Kind != NodeKind.Object) return context.Break<T>("", WireRule.WrongType);
        var target = new T();
        ulong exact = 0, other = 0;
        foreach (var member in node.Children)
        {
            if (!_byName.TryGetValue(member.Name!, out var field)) continue;
            var bit = 1UL << field.Index;
            var isExact = string.Equals(member.Name, field.Name, StringComparison.Ordinal);
            if (((isExact ? exact : other) & bit) != 0) context.Break<T>(field.Name, WireRule.Duplicate);
            else if (isExact || (exact & bit) == 0) field.Read(target, member, context);
            if (isExact) exact |= bit;
            else other |= bit;
        }

        RequireAll(target, context);
        return target;
    }

    /// <summary>Writes an object with all its fields: strings that are not known as empty ones, lists as empty lists.</summary>
    public void Write(JsonTextWriter writer, T source)
    {
        writer.WriteStartObject();
        WriteFields(writer, source);
        writer.WriteEndObject();
    }

    /// <summary>Writes the fields of an object that others have opened.</summary>
    public void WriteFields(JsonTextWriter writer, T source)
    {
        foreach (var field in _fields)
        {
            if (field.LeftOutWhenEmpty && field.IsEmpty(source)) continue;
            writer.WritePropertyName(field.Name, escape: false);
            field.Write(writer, source);
        }
    }

    /// <summary>Writes the canonical form: fields by name, empty ones left out.</summary>
    public void WriteCanonical(JsonTextWriter writer, T source)
    {
        writer.WriteStartObject();
        foreach (var field in _sorted)
        {
            if (field.IsEmpty(source)) continue;
            writer.WritePropertyName(field.Name, escape: false);
            field.WriteCanonical(writer, source);
        }

        writer.WriteEndObject();
    }

    private void RequireAll(T target, ReadContext context)
    {
        foreach (var field in _required)
        {
            if (field.IsEmpty(target) && !context.IsBroken(field.Name)) context.Break<T>(field.Name, WireRule.Missing);
        }
    }
}
