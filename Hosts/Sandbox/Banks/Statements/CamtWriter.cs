using System.Globalization;
using System.Text;
using System.Xml;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Statements;

/// <summary>camt.053 (A8): one account's statement of a day, with balances; what was booked for the next day has a day and no time.</summary>
internal static class CamtWriter
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";

    /// <summary>Writes it.</summary>
    public static string Write(StatementHead head, IReadOnlyList<StatementRow> rows)
    {
        using var memory = new MemoryStream();
        var form = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(memory, form)) Write(xml, head, rows);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static void Write(XmlWriter xml, StatementHead head, IReadOnlyList<StatementRow> rows)
    {
        xml.WriteStartElement("Document", Namespace);
        xml.WriteStartElement("BkToCstmrStmt");
        xml.WriteStartElement("Stmt");
        xml.WriteElementString("Id", string.Create(CultureInfo.InvariantCulture, $"{head.Bank}-{head.Day:yyyyMMdd}"));
        xml.WriteElementString("CreDtTm", Moment(head.MadeAt));
        xml.WriteStartElement("FrToDt");
        xml.WriteElementString("FrDtTm", Day(head.Day) + "T00:00:00");
        xml.WriteElementString("ToDtTm", Day(head.Day) + "T23:59:59");
        xml.WriteEndElement();
        Nested(xml, head.Account, "Acct", "Id", "Othr", "Id");
        Balance(xml, "OPBD", 0, head.Day);
        Balance(xml, "CLBD", rows.Sum(row => row.IsCredit ? row.Amount : -row.Amount), head.Day);
        foreach (var row in rows) Entry(xml, head, row);
        xml.WriteEndDocument();
    }

    private static void Entry(XmlWriter xml, StatementHead head, StatementRow row)
    {
        xml.WriteStartElement("Ntry");
        Amount(xml, row.Amount);
        xml.WriteElementString("CdtDbtInd", row.IsCredit ? "CRDT" : "DBIT");
        xml.WriteElementString("Sts", "BOOK");
        if (DateOnly.FromDateTime(BankClock.Local(row.At)) == head.Day) Nested(xml, Moment(row.At), "BookgDt", "DtTm");
        else Nested(xml, Day(head.Day), "BookgDt", "Dt");
        xml.WriteElementString("AcctSvcrRef", row.No);
        Nested(xml, row.Kind switch { RowKind.Payment => "PAY", RowKind.Refund => "REFUND", _ => "SETTLE" }, "BkTxCd", "Prtry", "Cd");
        Nested(xml, row.Reference ?? "NOTPROVIDED", "NtryDtls", "TxDtls", "Refs", "EndToEndId");
        xml.WriteEndElement();
    }

    private static void Balance(XmlWriter xml, string code, long amount, DateOnly day)
    {
        xml.WriteStartElement("Bal");
        Nested(xml, code, "Tp", "CdOrPrtry", "Cd");
        Amount(xml, Math.Abs(amount));
        xml.WriteElementString("CdtDbtInd", amount < 0 ? "DBIT" : "CRDT");
        Nested(xml, Day(day), "Dt", "Dt");
        xml.WriteEndElement();
    }

    private static void Amount(XmlWriter xml, long amount)
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

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset instant) => BankClock.Local(instant).ToString("yyyy-MM-ddTHH:mm:ss+07:00", CultureInfo.InvariantCulture);
}
