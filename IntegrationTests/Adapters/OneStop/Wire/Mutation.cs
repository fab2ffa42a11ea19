using System.Text;
using Newtonsoft.Json.Linq;

namespace DichVuCong.OneStop.Tests.Wire;

/// <summary>Spoils a body: by its structure, so that most of it still has the contract's shape, or by its bytes.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly Func<JToken>[] Strangers =
    [
        JValue.CreateNull, () => new JValue(""), () => new JValue("True"), () => new JValue(value: true), () => new JValue(-1), () => new JValue(1e30),
        () => new JValue("20269999999999"), () => new JValue(new string('ặ', 6000)), () => new JValue("{\"a\":[1"), () => new JValue("\u0000"),
        () => new JArray(), () => new JObject(), () => new JArray(new JArray(new JArray())), () => new JValue("[[[[]]]]"), () => new JValue("\"\\\"\\\""),
    ];

    private readonly Random _random = new(seed);

    public byte[] Of(string body)
    {
        var root = JToken.Parse(body);
        for (var i = _random.Next(1, 4); i > 0; i--) Spoil(root);
        var bytes = Encoding.UTF8.GetBytes(root.ToString(Newtonsoft.Json.Formatting.None));
        return _random.Next(4) == 0 ? SpoilBytes(bytes) : bytes;
    }

    private void Spoil(JToken root)
    {
        var places = ((JContainer)root).Descendants().Where(token => token is not JProperty).ToArray();
        if (places.Length == 0) return;
        var place = places[_random.Next(places.Length)];
        switch (_random.Next(6))
        {
            case 0:
                place.Replace(new JArray(place.DeepClone()));
                break;
            case 1:
                place.Replace(new JValue(place.ToString(Newtonsoft.Json.Formatting.None)));
                break;
            case 2 when place.Parent is JProperty property:
                property.Replace(new JProperty(OtherCase(property.Name), property.Value));
                break;
            case 3 when place.Parent is JProperty property:
                property.Remove();
                break;
            default:
                place.Replace(Strangers[_random.Next(Strangers.Length)]());
                break;
        }
    }

    private string OtherCase(string name) => _random.Next(2) == 0 ? name.ToUpperInvariant() : name.ToLowerInvariant();

    private byte[] SpoilBytes(byte[] bytes)
    {
        var at = _random.Next(bytes.Length);
        switch (_random.Next(3))
        {
            case 0:
                return bytes[..at];
            case 1:
                bytes[at] = (byte)_random.Next(256);
                return bytes;
            default:
                return [.. bytes[..at], .. bytes[_random.Next(bytes.Length)..]];
        }
    }
}
