using System.Globalization;
using DichVuCong.Adapters.OneStop.Wire.Json;
using DichVuCong.Adapters.OneStop.Wire.Shapes;

namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>Reads <c>data</c>: an array of items, or one item where the array is missing.</summary>
internal static class InboundItems
{
    public static WireResult<List<InboundItem<TItem>>> Read<TWire, TItem>(InboundEnvelope envelope)
        where TWire : class, TItem, new()
        where TItem : class
    {
        var context = new ReadContext(envelope.Limits, envelope.Budget);
        context.Enter(WireObjects.Envelope);
        var nodes = NodesOf(envelope.Fields.Data, context);
        return nodes is null
            ? new(context.Faults[0])
            : new(nodes.Select((node, index) => ReadItem<TWire, TItem>(envelope, node, index)).ToList());
    }

    private static List<WireNode>? NodesOf(WireNode? data, ReadContext context)
    {
        if (data is null || data.Kind == NodeKind.Null) return context.Break<List<WireNode>>("data", WireRule.Missing);
        if (data.IsBlank) return context.Break<List<WireNode>>("data", WireRule.Empty);
        if (data.Kind < NodeKind.Object) return context.Break<List<WireNode>>("data", WireRule.WrongType);
        if (data.Kind == NodeKind.Object) return [data];
        var max = context.Limits.MaxItems;
        return data.Children.Count > max ? context.Break<List<WireNode>>("data", WireRule.TooMany, max) : data.Children;
    }

    private static InboundItem<TItem> ReadItem<TWire, TItem>(InboundEnvelope envelope, WireNode node, int index)
        where TWire : class, TItem, new()
        where TItem : class
    {
        var shape = WireShape<TWire>.Instance;
        var context = new ReadContext(envelope.Limits, envelope.Budget);
        context.Enter(shape.Name, "data", index);
        var opened = context.Open(node);
        var value = shape.Read(opened, context);
        var code = opened.Find("MaHoSo")?.Text?.Trim();
        return new(
            index,
            string.Create(CultureInfo.InvariantCulture, $"data[{index}]"),
            IsCode(code) ? code : null,
            value,
            context);
    }

    // What goes back into a reply must not be able to say anything: a client looks for words in it.
    private static bool IsCode(string? text) =>
        text is { Length: > 0 and <= 50 } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '/');
}
