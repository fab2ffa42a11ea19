using System.Reflection;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>A list of objects; one object without its array is a list of one, and null, "" and {} are empty ones.</summary>
internal sealed class ListField<T, TItem>(string name, FieldRule rule, PropertyInfo property) : ShapeField<T>(name, rule)
    where T : class
    where TItem : class, new()
{
    private readonly Func<T, IReadOnlyList<TItem>> _get = Getter<IReadOnlyList<TItem>>(property);
    private readonly Action<T, IReadOnlyList<TItem>> _set = Setter<IReadOnlyList<TItem>>(property);

    public override void Read(T target, WireNode node, ReadContext context)
    {
        var opened = context.Open(node);
        if (opened.IsBlank) return;
        if (opened.Kind < NodeKind.Object)
        {
            context.Break<string>(Name, WireRule.WrongType);
            return;
        }

        var entries = opened.Kind == NodeKind.Array ? opened.Children : [opened];
        if (entries.Count > context.Limits.MaxNested) context.Break<string>(Name, WireRule.TooMany, context.Limits.MaxNested);
        else _set(target, ReadAll(entries, context));
    }

    public override void Write(JsonTextWriter writer, T source) => WriteAll(writer, source, WireShape<TItem>.Instance.Write);

    public override void WriteCanonical(JsonTextWriter writer, T source) => WriteAll(writer, source, WireShape<TItem>.Instance.WriteCanonical);

    public override bool IsEmpty(T source) => _get(source).Count == 0;

    private List<TItem> ReadAll(List<WireNode> entries, ReadContext context)
    {
        var items = new List<TItem>(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = context.Open(entries[i]);
            if (entry.IsBlank) continue;
            context.Enter(WireShape<TItem>.Instance.Name, Name, i);
            if (WireShape<TItem>.Instance.Read(entry, context) is { } item) items.Add(item);
            context.Leave();
        }

        return items;
    }

    private void WriteAll(JsonTextWriter writer, T source, Action<JsonTextWriter, TItem> write)
    {
        writer.WriteStartArray();
        foreach (var item in _get(source)) write(writer, item);
        writer.WriteEndArray();
    }
}
