using System.Xml;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>A request of the provider's interface: the operation, and its parameters by name (<c>external-parties.md</c> C1).</summary>
internal sealed class SoapRequest
{
    private const int BodyDepth = 2;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The operation's name.</summary>
    public string Operation { get; private set; } = "";

    /// <summary>A parameter; empty when it is missing.</summary>
    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>Reads a request; null when it is none.</summary>
    public static SoapRequest? TryRead(Stream body)
    {
        try
        {
            using var xml = XmlReader.Create(body, Settings);
            var request = new SoapRequest();
            request.Read(xml);
            return request.Operation.Length == 0 ? null : request;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private void Read(XmlReader xml)
    {
        string? parameter = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == BodyDepth) Operation = xml.LocalName;
            else if (xml.NodeType == XmlNodeType.Element && xml.Depth == BodyDepth + 1) parameter = xml.LocalName;
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && parameter is not null) _values[parameter] = xml.Value;
        }
    }
}
