namespace DichVuCong.Adapters.OneStop.Wire.Json;

/// <summary>The kinds of JSON values.</summary>
internal enum NodeKind : byte
{
    Null,
    Text,
    Number,
    Boolean,
    Object,
    Array,
}

/// <summary>
/// A JSON value as a partner wrote it, before anybody knows what it means. Half the size of a JToken, and numbers stay text, so that
/// nothing is lost before a field's rule looks at it.
/// </summary>
internal sealed class WireNode(NodeKind kind, string? name, string? text)
{
    private static readonly List<WireNode> None = [];
    private List<WireNode>? _children;

    public NodeKind Kind { get; } = kind;

    /// <summary>The property's name, for a member of an object.</summary>
    public string? Name { get; } = name;

    /// <summary>The text of a scalar; <c>True</c> and <c>False</c> for booleans.</summary>
    public string? Text { get; } = text;

    /// <summary>The members of an object or the items of an array.</summary>
    public List<WireNode> Children => _children ?? None;

    /// <summary>Whether there is nothing in it: null, a blank text, an empty object or array.</summary>
    public bool IsBlank => Kind switch
    {
        NodeKind.Null => true,
        NodeKind.Object or NodeKind.Array => Children.Count == 0,
        _ => string.IsNullOrWhiteSpace(Text),
    };

    /// <summary>The same value as the member of another name.</summary>
    public WireNode Named(string name) => new(Kind, name, Text) { _children = _children };

    public void Add(WireNode child) => (_children ??= new(Kind == NodeKind.Object ? 16 : 4)).Add(child);

    /// <summary>The member of that name; the exact spelling wins over others.</summary>
    public WireNode? Find(string name)
    {
        if (Kind != NodeKind.Object) return null;
        WireNode? other = null;
        foreach (var child in Children)
        {
            if (string.Equals(child.Name, name, StringComparison.Ordinal)) return child;
            if (string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase)) other ??= child;
        }

        return other;
    }
}
