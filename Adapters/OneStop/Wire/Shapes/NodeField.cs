using System.Reflection;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>A field whose meaning another field decides (<c>data</c>): kept as it came, and read only.</summary>
internal sealed class NodeField<T>(string name, FieldRule rule, PropertyInfo property) : ShapeField<T>(name, rule)
    where T : class
{
    private readonly Action<T, WireNode?> _set = Setter<WireNode?>(property);

    public override void Read(T target, WireNode node, ReadContext context) => _set(target, context.Open(node));

    public override void Write(JsonTextWriter writer, T source) => writer.WriteNull();

    public override bool IsEmpty(T source) => true;
}
