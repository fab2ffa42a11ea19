using System.Globalization;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Adapters.Banks.Wire;

/// <summary>
/// A JSON object as a partner wrote it: names in any letter case, texts where numbers belong and the other way round, objects and lists that
/// are strings of JSON. Numbers come out in the digits in which they came.
/// </summary>
internal sealed class PartnerObject
{
    private readonly Dictionary<string, JToken> _members;

    internal PartnerObject(Dictionary<string, JToken> members) => _members = members;

    /// <summary>Whether the member is there with a value.</summary>
    public bool Has(string name) => Token(name) is not null;

    /// <summary>A scalar's text; null when it is missing, null, or no scalar.</summary>
    public string? Text(string name) => Token(name) is JValue value ? Convert.ToString(value.Value, CultureInfo.InvariantCulture) : null;

    /// <summary>An object; null when the member is none.</summary>
    public PartnerObject? Object(string name) => Unwrapped(name) is JObject json ? PartnerJson.Members(json) : null;

    /// <summary>The objects of a list; null when the member is no list of objects. A missing list is empty.</summary>
    public IReadOnlyList<PartnerObject>? List(string name)
    {
        if (Unwrapped(name) is not { } token) return [];
        if (token is not JArray array || array.Count > PartnerJson.MaxItems) return null;
        var items = array.OfType<JObject>().Select(PartnerJson.Members).OfType<PartnerObject>().ToList();
        return items.Count == array.Count ? items : null;
    }

    private JToken? Token(string name) =>
        _members.TryGetValue(name, out var token) && token.Type is not (JTokenType.Null or JTokenType.Undefined) ? token : null;

    private JToken? Unwrapped(string name)
    {
        var token = Token(name);
        return token is JValue { Type: JTokenType.String } text && PartnerJson.TryParse((string)text.Value!) is { } inner ? inner : token;
    }
}
