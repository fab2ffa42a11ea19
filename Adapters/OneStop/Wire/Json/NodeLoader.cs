using System.Globalization;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Json;

/// <summary>Builds the nodes of one JSON text, token by token, within the limits.</summary>
internal sealed class NodeLoader(JsonTextReader reader, WireLimits limits, ValueBudget budget)
{
    private readonly List<WireNode> _open = [];
    private WireNode? _root;
    private string? _name;

    /// <summary>Reads to the end of the text.</summary>
    /// <exception cref="JsonReaderException">The text is no JSON.</exception>
    public WireResult<WireNode> Load()
    {
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonToken.PropertyName:
                    _name = (string)reader.Value!;
                    break;
                case JsonToken.Comment:
                    break;
                case JsonToken.EndObject or JsonToken.EndArray:
                    _open.RemoveAt(_open.Count - 1);
                    break;
                default:
                    if (Take() is { } fault) return new(fault);
                    break;
            }
        }

        // At the end of a text that was cut the reader just stops.
        if (_open.Count > 0) return new(JsonFaults.InvalidJson(reader.LineNumber, reader.LinePosition));
        return _root is null ? new(JsonFaults.Empty()) : new(_root);
    }

    private WireFault? Take()
    {
        if (!budget.Take()) return JsonFaults.TooManyValues(limits.MaxValues);
        var node = NodeOf(reader.TokenType, reader.Value);
        if (node is null) return JsonFaults.InvalidJson(reader.LineNumber, reader.LinePosition);
        _name = null;
        if (_open.Count == 0) _root = node;
        else _open[^1].Add(node);
        if (node.Kind < NodeKind.Object) return null;
        _open.Add(node);
        return _open.Count > limits.MaxDepth ? JsonFaults.TooDeep(limits.MaxDepth) : null;
    }

    private WireNode? NodeOf(JsonToken token, object? value)
    {
        switch (token)
        {
            case JsonToken.StartObject:
                return new(NodeKind.Object, _name, text: null);
            case JsonToken.StartArray:
                return new(NodeKind.Array, _name, text: null);
            case JsonToken.String:
                return new(NodeKind.Text, _name, (string?)value);
            case JsonToken.Boolean:
                return new(NodeKind.Boolean, _name, value is true ? bool.TrueString : bool.FalseString);
            case JsonToken.Null:
                return new(NodeKind.Null, _name, text: null);
            case JsonToken.Integer:
                budget.SawInteger = true;
                return new(NodeKind.Number, _name, Convert.ToString(value, CultureInfo.InvariantCulture));
            case JsonToken.Float:
                return new(NodeKind.Number, _name, Convert.ToString(value, CultureInfo.InvariantCulture));
            default:
                // undefined, new Date(...), raw text: JavaScript, not JSON.
                return null;
        }
    }
}
