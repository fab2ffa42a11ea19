namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>
/// One item of a call's <c>data</c>. An item is read or refused by itself: a fault in one does not stop the others, and each is answered in
/// <c>result[]</c>.
/// </summary>
/// <typeparam name="T">The wire object.</typeparam>
public sealed class InboundItem<T>
    where T : class
{
    internal InboundItem(int index, string path, string? maHoSo, T? value, ReadContext context)
    {
        Index = index;
        Path = path;
        MaHoSo = maHoSo;
        Value = context.Faults.Count == 0 ? value : null;
        Faults = context.Faults;
        Notes = context.Notes;
    }

    /// <summary>Its place in the call, from 0.</summary>
    public int Index { get; }

    /// <summary>Where it is, for faults found later: <c>data[0]</c>.</summary>
    public string Path { get; }

    /// <summary>The code it names, when that much could be read, also when the item is refused.</summary>
    public string? MaHoSo { get; }

    /// <summary>The item; null when there are faults.</summary>
    public T? Value { get; }

    /// <summary>What stands in its way, all of it at once.</summary>
    public IReadOnlyList<WireFault> Faults { get; }

    /// <summary>What was put right while reading.</summary>
    public IReadOnlyList<WireNote> Notes { get; }
}
