using System.Reflection;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>One field of a wire object: how it is read into its property and written from it.</summary>
/// <typeparam name="T">The wire object's type.</typeparam>
internal abstract class ShapeField<T>(string name, FieldRule rule)
    where T : class
{
    /// <summary>The name, exactly as it is written.</summary>
    public string Name { get; } = name;

    /// <summary>Its rule.</summary>
    public FieldRule Rule { get; } = rule;

    /// <summary>Its place in the shape.</summary>
    public required int Index { get; init; }

    /// <summary>Whether it is left out when it has no value, instead of being written empty.</summary>
    public required bool LeftOutWhenEmpty { get; init; }

    /// <summary>Reads the value into the object.</summary>
    public abstract void Read(T target, WireNode node, ReadContext context);

    /// <summary>Writes the value.</summary>
    public abstract void Write(JsonTextWriter writer, T source);

    /// <summary>Writes the value in its canonical form, for the content's hash.</summary>
    public virtual void WriteCanonical(JsonTextWriter writer, T source) => Write(writer, source);

    /// <summary>Whether there is no value.</summary>
    public abstract bool IsEmpty(T source);

    /// <summary>A delegate that reads the property.</summary>
    protected static Func<T, TValue> Getter<TValue>(PropertyInfo property) => property.GetMethod!.CreateDelegate<Func<T, TValue>>();

    /// <summary>A delegate that sets the property, init-only ones too.</summary>
    protected static Action<T, TValue> Setter<TValue>(PropertyInfo property) => property.SetMethod!.CreateDelegate<Action<T, TValue>>();
}
