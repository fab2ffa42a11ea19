using System.Text;
using System.Xml;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Writes the provider's requests: SOAP 1.1, the operation in the provider's namespace, its parameters in none.</summary>
internal static class SoapEnvelope
{
    private const string SoapNamespace = "http://schemas.xmlsoap.org/soap/envelope/";
    private const int UsualSize = 1024;

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = false,
    };

    /// <summary>Writes one call.</summary>
    /// <param name="xmlNamespace">The operation's namespace.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="parameters">Its parameters in the interface's order.</param>
    public static ReadOnlyMemory<byte> Write(string xmlNamespace, string operation, ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var stream = new MemoryStream(UsualSize);
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("soapenv", "Envelope", SoapNamespace);
            xml.WriteStartElement("soapenv", "Body", SoapNamespace);
            xml.WriteStartElement("impl", operation, xmlNamespace);
            foreach (var (name, value) in parameters) xml.WriteElementString(name, value);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    /// <summary>Whether a text can be an element's name.</summary>
    public static bool IsElementName(string text) =>
        text.Length > 0 && XmlConvert.IsStartNCNameChar(text[0]) && text.All(XmlConvert.IsNCNameChar);
}
