using System.Xml;
using System.Xml.Linq;

namespace DichVuCong.Adapters.NationalData.Wire;

/// <summary>A document of XML from a database: whatever stands around it (a SOAP envelope, namespaces), what is looked for is found by its local name.</summary>
internal static class NationalXml
{
    private const int MaxCharacters = 1_000_000;
    private const int MaxDepth = 24;

    // Nothing outside of the document is read, and nothing in it is expanded.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = 0,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>All elements of a name; null when the text is no document of XML.</summary>
    public static IReadOnlyList<XElement>? All(string text, string name)
    {
        if (!IsFlat(text)) return null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.Trim()), Settings);
            return [.. XDocument.Load(reader).Descendants().Where(element => element.Name.LocalName == name)];
        }
        catch (XmlException)
        {
            // The exception's own text may quote the document, so nothing of it goes on.
            return null;
        }
    }

    /// <summary>The text at a path of local names; null when there is none, or it is empty.</summary>
    public static string? Text(XElement element, string path)
    {
        var at = (XElement?)element;
        foreach (var name in path.Split('/')) at = at?.Elements().FirstOrDefault(child => child.Name.LocalName == name);
        return at is { HasElements: false } && at.Value.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>A document is a tree in memory: one that is nested without end is not read into one.</summary>
    private static bool IsFlat(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.Trim()), Settings);
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth) return false;
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
