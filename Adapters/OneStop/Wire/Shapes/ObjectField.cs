using System.Reflection;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>An object inside an object; an array of one is the one.</summary>
internal sealed class ObjectField<T, TItem>(string name, FieldRule rule, PropertyInfo property) : ShapeField<T>(name, rule)
    where T : class
    where TItem : class, new()
{
    private readonly Func<T, TItem?> _get = Getter<TItem?>(property);
    private readonly Action<T, TItem?> _set = Setter<TItem?>(property);

    public override void Read(T target, WireNode node, ReadContext context)
    {
        var opened = context.Open(node);
        if (opened is { Kind: NodeKind.Array, Children: [var only] }) opened = context.Open(only);
        if (opened.IsBlank) return;
        context.Enter(WireShape<TItem>.Instance.Name, Name);
        _set(target, WireShape<TItem>.Instance.Read(opened, context));
        context.Leave();
    }

    public override void Write(JsonTextWriter writer, T source)
    {
        if (_get(source) is { } item) WireShape<TItem>.Instance.Write(writer, item);
        else writer.WriteNull();
    }

    public override bool IsEmpty(T source) => _get(source) is null;
}
