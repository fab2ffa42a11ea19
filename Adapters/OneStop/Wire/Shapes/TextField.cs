using System.Reflection;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>A scalar that travels as a JSON string.</summary>
internal sealed class TextField<T>(string name, FieldRule rule, PropertyInfo property) : ShapeField<T>(name, rule)
    where T : class
{
    private readonly Func<T, string?> _get = Getter<string?>(property);
    private readonly Action<T, string?> _set = Setter<string?>(property);

    public override void Read(T target, WireNode node, ReadContext context) => _set(target, FieldReader.Read(node, Name, Rule, context));

    // Clients send what they do not know as an empty string, and read it so (2.2).
    public override void Write(JsonTextWriter writer, T source) => writer.WriteValue(_get(source) ?? "");

    public override bool IsEmpty(T source) => string.IsNullOrEmpty(_get(source));
}
