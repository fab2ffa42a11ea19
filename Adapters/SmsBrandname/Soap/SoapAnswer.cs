using System.Text;
using System.Xml;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// The values of an answer: the text of every element that holds no other, by its local name in any letter case (servers differ in
/// prefixes and namespaces). The values may repeat personal data and never show themselves.
/// </summary>
internal sealed class SoapAnswer
{
    private const int MostValues = 32;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = BoundedBody.MostBytes,
        MaxCharactersFromEntities = 1024,
    };

    private readonly List<KeyValuePair<string, string>> _values = [];

    /// <summary>The first value of that name, trimmed; null when there is none.</summary>
    public string? this[string name] =>
        _values.Find(value => string.Equals(value.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Reads an answer.</summary>
    /// <returns>Null when the body is no XML that could be one.</returns>
    public static SoapAnswer? TryRead(ArraySegment<byte> body)
    {
        try
        {
            using var stream = new MemoryStream(body.Array!, body.Offset, body.Count, writable: false);
            using var xml = XmlReader.Create(stream, Settings);
            var answer = new SoapAnswer();
            answer.Read(xml);
            return answer;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"SOAP answer of {_values.Count} values";

    private void Read(XmlReader xml)
    {
        string? leaf = null;
        var text = new StringBuilder();
        while (xml.Read() && _values.Count < MostValues)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    leaf = xml.IsEmptyElement ? null : xml.LocalName;
                    text.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    text.Append(xml.Value);
                    break;
                case XmlNodeType.EndElement:
                    if (leaf is not null) _values.Add(KeyValuePair.Create(leaf, text.ToString().Trim()));
                    leaf = null;
                    break;
            }
        }
    }
}
