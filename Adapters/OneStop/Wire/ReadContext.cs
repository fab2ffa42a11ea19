using System.Globalization;
using System.Text;
using DichVuCong.Adapters.OneStop.Wire.Json;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>Where the reading of an item stands, and what it met so far.</summary>
internal sealed class ReadContext(WireLimits limits, ValueBudget budget)
{
    // Enough to repair a body by; a body of 10 MB may break a million rules.
    private const int MaxFaults = 20;
    private readonly List<(string Object, string Segment, int Index)> _at = [];

    /// <summary>The limits.</summary>
    public WireLimits Limits { get; } = limits;

    /// <summary>What stands in the way.</summary>
    public List<WireFault> Faults { get; } = [];

    /// <summary>What was put right.</summary>
    public List<WireNote> Notes { get; } = [];

    /// <summary>Goes into an object: the member of that name, or its entry when it is a list.</summary>
    public void Enter(string wireObject, string segment = "", int index = -1) => _at.Add((wireObject, segment, index));

    /// <summary>Comes out of it.</summary>
    public void Leave() => _at.RemoveAt(_at.Count - 1);

    /// <summary>Notes that a field breaks a rule; the empty name stands for the object itself.</summary>
    public T? Break<T>(string field, WireRule rule, int bound = 0)
        where T : class
    {
        if (Faults.Count < MaxFaults) Faults.Add(WireFault.Of(_at[^1].Object, field, PathOf(field), rule, bound));
        return null;
    }

    /// <summary>Whether a fault of that field of the present object is noted already.</summary>
    public bool IsBroken(string field)
    {
        var path = Faults.Count == 0 ? "" : PathOf(field);
        return Faults.Exists(fault => fault.Field == path);
    }

    /// <summary>Notes that something was put right.</summary>
    public void Note(string field, string what)
    {
        if (Notes.Count < MaxFaults) Notes.Add(new WireNote($"{_at[^1].Object}.{field}.{what}", PathOf(field)));
    }

    /// <summary>The node, or the one in its text when it is doubled JSON.</summary>
    public WireNode Open(WireNode node) =>
        node.Kind == NodeKind.Text && NodeReader.LooksLikeJson(node.Text)
        && NodeReader.Parse(node.Text!, Limits, budget).Value is { Kind: NodeKind.Object or NodeKind.Array } inner
            ? inner
            : node;

    private string PathOf(string field)
    {
        var path = new StringBuilder();
        foreach (var (_, segment, index) in _at)
        {
            if (segment.Length == 0) continue;
            path.Append(segment);
            if (index >= 0) path.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            path.Append('.');
        }

        if (field.Length == 0 && path.Length > 0) path.Length--;
        return path.Append(field).ToString();
    }
}
