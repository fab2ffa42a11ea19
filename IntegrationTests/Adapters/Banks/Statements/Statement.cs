using System.Text;

namespace DichVuCong.Banks.Tests.Statements;

/// <summary>Statements put together by hand, with what a test is about in them.</summary>
internal static class Statement
{
    /// <summary>An MT940 that opens at nothing.</summary>
    public static byte[] Swift(string movements, string closing) =>
        Encoding.UTF8.GetBytes($":20:X\r\n:25:3511\r\n:28C:1/1\r\n:60F:C261119VND0,\r\n{movements}:62F:{closing},\r\n-\r\n");

    /// <summary>A camt.053 that opens at nothing; its entries begin in line 2.</summary>
    public static byte[] Camt(string entries, long closing) => Encoding.UTF8.GetBytes(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><Othr><Id>3511</Id></Othr></Id></Acct>"
        + Balance("OPBD", 0) + Balance("CLBD", closing) + "\n" + entries + "</Stmt></BkToCstmrStmt></Document>");

    public static string Entry(long amount, string direction, string code, string more = "") =>
        $"<Ntry><Amt Ccy=\"VND\">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>FT1</AcctSvcrRef>{code}{more}</Ntry>";

    public static string Code(string code) => $"<BkTxCd><Prtry><Cd>{code}</Cd></Prtry></BkTxCd>";

    public static string Details(int count, long amount) => $"<NtryDtls>{Repeated($"<TxDtls><Amt Ccy=\"VND\">{amount}</Amt></TxDtls>", count)}</NtryDtls>";

    public static string Repeated(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Balance(string code, long amount) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"VND\">{Math.Abs(amount)}</Amt><CdtDbtInd>{(amount < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>";
}
