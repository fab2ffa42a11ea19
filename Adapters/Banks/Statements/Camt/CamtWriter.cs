using System.Globalization;
using System.Text;
using System.Xml;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.Banks.Statements.Camt;

/// <summary>Writes a statement in camt.053, with an entry and its transaction for each line.</summary>
internal static class CamtWriter
{
    private const string Opening = "OPBD";
    private const string Closing = "CLBD";

    public static void Write(Stream to, StatementFile file, IEnumerable<StatementLine> lines, CamtCodes codes)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n", CloseOutput = false };
        using var xml = XmlWriter.Create(to, settings);
        Int128 sum = 0;
        var isBegun = false;
        foreach (var line in lines)
        {
            if (!isBegun) Begin(xml, file, codes, line.Account);
            isBegun = true;
            sum += line.Direction == StatementDirection.Credit ? line.Amount.Amount : -line.Amount.Amount;
            Entry(xml, line, codes);
        }

        if (!isBegun) Begin(xml, file, codes, "NONE");
        // The sum is known only now; the order of elements is nothing that readers depend on.
        Balance(xml, Closing, sum, file.Day);
        xml.WriteEndDocument();
    }

    private static void Begin(XmlWriter xml, StatementFile file, CamtCodes codes, string account)
    {
        xml.WriteStartElement("Document", codes.Namespace);
        xml.WriteStartElement("BkToCstmrStmt");
        xml.WriteStartElement("Stmt");
        xml.WriteElementString("Id", file.Name);
        xml.WriteElementString("CreDtTm", Moment(file.MadeAt));
        xml.WriteStartElement("FrToDt");
        xml.WriteElementString("FrDtTm", $"{file.Day:yyyy-MM-dd}T00:00:00");
        xml.WriteElementString("ToDtTm", $"{file.Day:yyyy-MM-dd}T23:59:59");
        xml.WriteEndElement();
        Nested(xml, account, "Acct", "Id", "Othr", "Id");
        Balance(xml, Opening, 0, file.Day);
    }

    private static void Entry(XmlWriter xml, StatementLine line, CamtCodes codes)
    {
        xml.WriteStartElement("Ntry");
        Amount(xml, line.Amount.Amount);
        xml.WriteElementString("CdtDbtInd", line.Direction == StatementDirection.Credit ? "CRDT" : "DBIT");
        if (line.Kind.IsReversal()) xml.WriteElementString("RvslInd", "true");
        xml.WriteElementString("Sts", "BOOK");
        if (line.Time is { } time) Nested(xml, Moment(time), "BookgDt", "DtTm");
        else Nested(xml, $"{line.BankDate:yyyy-MM-dd}", "BookgDt", "Dt");
        xml.WriteElementString("AcctSvcrRef", line.PartnerReference);
        var (kind, original) = line.Original();
        Nested(xml, codes.Kinds.First(each => each.Kind == kind && each.Direction == original).Code, "BkTxCd", "Prtry", "Cd");
        Nested(xml, line.OurReference ?? "NOTPROVIDED", "NtryDtls", "TxDtls", "Refs", "EndToEndId");
        xml.WriteEndElement();
    }

    private static void Balance(XmlWriter xml, string code, Int128 amount, DateOnly day)
    {
        xml.WriteStartElement("Bal");
        Nested(xml, code, "Tp", "CdOrPrtry", "Cd");
        Amount(xml, Int128.Abs(amount));
        xml.WriteElementString("CdtDbtInd", amount < 0 ? "DBIT" : "CRDT");
        Nested(xml, $"{day:yyyy-MM-dd}", "Dt", "Dt");
        xml.WriteEndElement();
    }

    private static void Amount(XmlWriter xml, Int128 amount)
    {
        xml.WriteStartElement("Amt");
        xml.WriteAttributeString("Ccy", "VND");
        xml.WriteString(amount.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Nested(XmlWriter xml, string text, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) xml.WriteStartElement(name);
        xml.WriteString(text);
        foreach (var _ in path) xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset instant) => VietnamTime.Local(instant).ToString("yyyy-MM-ddTHH:mm:ss+07:00", CultureInfo.InvariantCulture);
}
