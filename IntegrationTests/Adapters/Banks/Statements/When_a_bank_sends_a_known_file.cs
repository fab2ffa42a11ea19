using System.Text;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.Statements;

/// <summary>Files written by hand; their checksums come from md5sum.</summary>
internal sealed class When_a_bank_sends_a_known_file
{
    [Test]
    public void Should_read_a_line_with_a_key()
    {
        var line = One("ocb", "D261120000000000A1,FT1,FT1,20/11/2026,50000,VND,00,d3c926442e17b3bb6351f65345673165\n");
        (line.OurReference, line.Amount, line.BankDate, line.Time).ShouldBe(("D261120000000000A1", new Vnd(50_000), Sample.Day, null));
    }

    [Test]
    public void Should_refuse_a_line_with_another_key() =>
        Sample.Rejected("ocb", Encoding.UTF8.GetBytes("D261120000000000A1,FT1,FT1,20/11/2026,50000,VND,00,d3c926442e17b3bb6351f65345673165\n"), file => file with { Key = "OTHER" }).Rule
            .ShouldBe(RejectionRule.Checksum);

    [Test]
    public void Should_read_a_line_whose_values_are_joined()
    {
        var line = One("mb", "DR||VND|PAY|50000|0|D261120000000000A1|20261120101500||FT1||00||3511||PAY|a493eb7a56bfef4449d36f65b9498456\r\nTR|1|MB|20261121060000|5ee21e3fc1d2d10244fe1f9e33fe9512\r\n");
        line.ShouldBe(new StatementLine
        {
            LineNumber = 1,
            Kind = StatementKind.Payment,
            Direction = StatementDirection.Credit,
            PartnerReference = "FT1",
            OurReference = "D261120000000000A1",
            Amount = new Vnd(50_000),
            Time = VietnamTime.At(Sample.Day, new TimeOnly(10, 15)),
            BankDate = Sample.Day,
            Account = "3511",
            Status = "00",
        });
    }

    [Test]
    public void Should_read_a_swift_statement()
    {
        const string text = ":20:X\r\n:25:3511\r\n:28C:1/1\r\n:60F:D261119VND100,\r\n:61:2611201120C50000,00NTRFNONREF//FT1\r\n:86:LE PHI /ROC/D261120000000000A1/X\r\n"
            + ":61:261120D20,NMSCABC\r\n:62F:C261120VND49880,\r\n-\r\n";
        var lines = Sample.Read("mt940", Encoding.UTF8.GetBytes(text));
        lines.Select(line => (line.LineNumber, line.PartnerReference, line.OurReference, line.Amount.Amount, line.Direction)).ShouldBe(
        [
            (5L, "FT1", "D261120000000000A1", 50_000L, StatementDirection.Credit),
            (7L, "ABC", null, 20L, StatementDirection.Debit),
        ]);
    }

    [Test]
    public void Should_read_the_transactions_of_an_entry()
    {
        var lines = Sample.Read("camt.053", Encoding.UTF8.GetBytes(Camt("<Amt Ccy=\"VND\">20000</Amt>", "<Amt Ccy=\"VND\">30000.00</Amt>")));
        lines.Select(line => (line.OurReference, line.Amount.Amount, line.Account)).ShouldBe([("A", 20_000L, "3511"), ("B", 30_000L, "3511")]);
    }

    [Test]
    public void Should_refuse_transactions_that_do_not_make_their_entry() =>
        Sample.Rejected("camt.053", Encoding.UTF8.GetBytes(Camt("<Amt Ccy=\"VND\">20000</Amt>", "<Amt Ccy=\"VND\">29999</Amt>"))).Rule.ShouldBe(RejectionRule.Balance);

    [Test]
    public void Should_refuse_other_currencies_and_fractions()
    {
        Sample.Rejected("camt.053", Encoding.UTF8.GetBytes(Camt("<Amt Ccy=\"USD\">20000</Amt>", ""))).Rule.ShouldBe(RejectionRule.Currency);
        Sample.Rejected("camt.053", Encoding.UTF8.GetBytes(Camt("<Amt Ccy=\"VND\">20000.5</Amt>", ""))).Rule.ShouldBe(RejectionRule.Value);
    }

    [Test]
    public void Should_refuse_a_document_type()
    {
        var text = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Camt("<Amt Ccy=\"VND\">20000</Amt>", "");
        Sample.Rejected("camt.053", Encoding.UTF8.GetBytes(text)).Rule.ShouldBe(RejectionRule.Encoding);
    }

    private static StatementLine One(string family, string text) => Sample.Read(family, Encoding.UTF8.GetBytes(text)).Single();

    private static string Camt(string first, string second) =>
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><Othr><Id>3511</Id></Othr></Id></Acct>"
        + Balance("OPBD", 0) + Balance("CLBD", 50_000)
        + "<Ntry><Amt Ccy=\"VND\">50000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>FT1</AcctSvcrRef><BkTxCd><Prtry><Cd>PAY</Cd></Prtry></BkTxCd><NtryDtls>"
        + "<TxDtls><Refs><EndToEndId>A</EndToEndId></Refs>" + first + "</TxDtls><TxDtls><Refs><EndToEndId>B</EndToEndId></Refs>" + second
        + "</TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>";

    private static string Balance(string code, long amount) =>
        "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"VND\">" + amount + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>";
}
