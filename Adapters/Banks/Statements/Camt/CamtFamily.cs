using System.Xml;
using System.Xml.Linq;

namespace DichVuCong.Adapters.Banks.Statements.Camt;

/// <summary>
/// ISO 20022 camt.053, an account's statement at the end of a day (external-parties.md A8). Accounts stand in <c>Othr/Id</c>: Vietnam has no IBAN
/// (inferred). Entry by entry, with one of them in memory and none beyond a bound; document types are refused.
/// </summary>
public sealed class CamtFamily(CamtCodes codes) : IStatementFamily
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersFromEntities = 1024,
    };

    /// <inheritdoc/>
    public string Name => "camt.053";

    /// <inheritdoc/>
    public bool ShowsItsEnd => true;

    /// <inheritdoc/>
    public IEnumerable<StatementLine> Read(Stream content, StatementFile file)
    {
        using var bounded = new BoundedStream(content, codes.MaximumEntryBytes);
        using var xml = XmlReader.Create(bounded, Settings);
        var (account, balance, statements) = ("", new CamtBalance(file.Day), 0);
        while (Next(xml, bounded) is { } element)
        {
            switch (element.Name)
            {
                case "Stmt":
                    if (++statements > 1) throw element.Wrong("Stmt", RejectionRule.RecordType, "A file holds one statement.");
                    break;
                case "FrToDt" when element.Text("ToDtTm") is { } to && !to.StartsWith($"{file.Day:yyyy-MM-dd}", StringComparison.Ordinal):
                    throw element.Wrong("ToDtTm", RejectionRule.Date, $"It is {file.Day:yyyy-MM-dd}.");
                case "Acct":
                    account = element.Text("Id", "Othr", "Id") ?? element.Text("Id", "IBAN") ?? throw element.Wrong("Acct", RejectionRule.Value, "It has no Othr/Id.");
                    break;
                case "Bal":
                    balance.ReadBalance(element);
                    break;
                case "TxsSummry":
                    balance.ReadSummary(element);
                    break;
                case "Ntry":
                    foreach (var line in CamtEntry.Lines(element, account, file, codes, balance)) yield return line;
                    break;
            }
        }

        if (statements == 0) throw new StatementRejectedException(1, "Stmt", RejectionRule.RecordType, "There is no statement.");
        balance.Prove();
    }

    /// <inheritdoc/>
    public void Write(Stream to, StatementFile file, IEnumerable<StatementLine> lines) => CamtWriter.Write(to, file, lines, codes);

    /// <summary>The next element that is looked at whole; only the statement itself is entered.</summary>
    private static CamtElement? Next(XmlReader xml, BoundedStream bounded)
    {
        try
        {
            while (!xml.EOF)
            {
                bounded.Begin(((IXmlLineInfo)xml).LineNumber);
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "FrToDt" or "Acct" or "Bal" or "TxsSummry" or "Ntry")
                {
                    return new CamtElement(Load(xml));
                }

                var opens = xml is { NodeType: XmlNodeType.Element, LocalName: "Stmt" } ? new CamtElement(Empty(xml)) : null;
                xml.Read();
                if (opens is not null) return opens;
            }

            return null;
        }
        catch (XmlException wrong)
        {
            // What is wrong with the first bytes is told without a line.
            throw new StatementRejectedException(Math.Max(1, wrong.LineNumber), "", RejectionRule.Encoding, "The file is no well-formed XML, is cut, or has a document type.");
        }
    }

    /// <summary>Loads an element with the lines that it stands in.</summary>
    private static XElement Load(XmlReader xml)
    {
        var line = ((IXmlLineInfo)xml).LineNumber;
        var element = (XElement)XNode.ReadFrom(xml);
        element.AddAnnotation(new CamtLine(line));
        return element;
    }

    private static XElement Empty(XmlReader xml)
    {
        var element = new XElement(xml.LocalName);
        element.AddAnnotation(new CamtLine(((IXmlLineInfo)xml).LineNumber));
        return element;
    }
}

/// <summary>The line of the file in which an element begins.</summary>
internal sealed record CamtLine(long Number);
