using System.Reflection;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>Makes the fields of a shape from the properties that carry a wire name. Runs once for each type.</summary>
internal static class ShapeFields
{
    public static ShapeField<T>[] Of<T>(string wireObject)
        where T : class, new() =>
        typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => (Property: property, Wire: property.GetCustomAttribute<JsonPropertyAttribute>()))
            .Where(field => field.Wire?.PropertyName is not null)
            .Select((field, index) => Make<T>(wireObject, field.Property, field.Wire!, index))
            .ToArray();

    private static ShapeField<T> Make<T>(string wireObject, PropertyInfo property, JsonPropertyAttribute wire, int index)
        where T : class, new()
    {
        var name = wire.PropertyName!;
        var rule = FieldRules.Of(wireObject, name);
        var leftOut = wire.NullValueHandling == NullValueHandling.Ignore;
        var type = property.PropertyType;
        if (type == typeof(WireNode)) return new NodeField<T>(name, rule, property) { Index = index, LeftOutWhenEmpty = leftOut };
        if (type == typeof(int?)) return new ValueField<T, int>(name, rule, property) { Index = index, LeftOutWhenEmpty = leftOut };
        if (type == typeof(decimal?)) return new ValueField<T, decimal>(name, rule, property) { Index = index, LeftOutWhenEmpty = leftOut };
        if (type == typeof(bool?)) return new ValueField<T, bool>(name, rule, property) { Index = index, LeftOutWhenEmpty = leftOut };
        if (type != typeof(string)) return MakeNested<T>(name, rule, property, index, leftOut);
        return rule.Kind == FieldKind.Link
            ? new LinkField<T>(name, rule, property, IdentityOf<T>(rule)) { Index = index, LeftOutWhenEmpty = leftOut }
            : new TextField<T>(name, rule, property) { Index = index, LeftOutWhenEmpty = leftOut };
    }

    private static PropertyInfo? IdentityOf<T>(FieldRule rule) => rule.IdentifiedBy is null ? null : typeof(T).GetProperty(rule.IdentifiedBy);

    private static ShapeField<T> MakeNested<T>(string name, FieldRule rule, PropertyInfo property, int index, bool leftOut)
        where T : class, new()
    {
        var isList = property.PropertyType.IsGenericType;
        var item = isList ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        var make = typeof(ShapeFields).GetMethod(isList ? nameof(MakeList) : nameof(MakeObject), BindingFlags.Static | BindingFlags.NonPublic)!;
        return (ShapeField<T>)make.MakeGenericMethod(typeof(T), item).Invoke(obj: null, [name, rule, property, index, leftOut])!;
    }

    private static ListField<T, TItem> MakeList<T, TItem>(string name, FieldRule rule, PropertyInfo property, int index, bool leftOut)
        where T : class
        where TItem : class, new() =>
        new(name, rule, property) { Index = index, LeftOutWhenEmpty = leftOut };

    private static ObjectField<T, TItem> MakeObject<T, TItem>(string name, FieldRule rule, PropertyInfo property, int index, bool leftOut)
        where T : class
        where TItem : class, new() =>
        new(name, rule, property) { Index = index, LeftOutWhenEmpty = leftOut };
}
