using DichVuCong.Adapters.OneStop.Wire.Json;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Shapes;

/// <summary>Reads and writes a body that is one wire object.</summary>
internal static class WireObject
{
    /// <summary>Reads the object; the first fault refuses it.</summary>
    public static WireResult<T> Read<T>(ReadOnlyMemory<byte> body, WireLimits limits)
        where T : class, new()
    {
        var budget = new ValueBudget(limits.MaxValues);
        var root = NodeReader.Read(body.Span, limits, budget);
        return root.IsRead ? Read<T>(root.Value, new ReadContext(limits, budget)) : new(root.Fault);
    }

    /// <summary>Reads the object out of a node; the first fault refuses it.</summary>
    public static WireResult<T> Read<T>(WireNode node, ReadContext context)
        where T : class, new()
    {
        context.Enter(WireShape<T>.Instance.Name);
        var value = WireShape<T>.Instance.Read(node, context);
        return context.Faults.Count > 0 ? new(context.Faults[0]) : new(value!);
    }

    /// <summary>Writes an array of objects.</summary>
    public static void WriteArray<T>(JsonTextWriter writer, IEnumerable<T> items)
        where T : class, new()
    {
        writer.WriteStartArray();
        foreach (var item in items) WireShape<T>.Instance.Write(writer, item);
        writer.WriteEndArray();
    }

    /// <summary>An object with all its fields.</summary>
    public static byte[] Json<T>(T value)
        where T : class, new() =>
        JsonBytes.Of(writer => WireShape<T>.Instance.Write(writer, value));

    /// <summary>The canonical form of an object, for its hash.</summary>
    public static byte[] Canonical<T>(T value)
        where T : class, new() =>
        JsonBytes.Of(writer => WireShape<T>.Instance.WriteCanonical(writer, value));
}
