using System.Globalization;
using System.Text;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.VietQr;

internal sealed class When_making_qr_content
{
    private static readonly VietQrContent Content =
        new() { BankId = "970403", Account = "0011012345678", Amount = new Vnd(180_000), Purpose = "thanh toan don hang", BillNumber = "NPS6869" };

    // The check value of CRC-16/CCITT-FALSE, and others computed with another implementation.
    [TestCase("123456789", 0x29B1)]
    [TestCase("", 0xFFFF)]
    [TestCase("A", 0xB915)]
    public void Should_compute_the_known_checksums(string text, int expected) => ((int)Crc16.Of(Encoding.ASCII.GetBytes(text))).ShouldBe(expected);

    // The example of NAPAS's rules for a dynamic code to an account, checksum 2E2E.
    [Test]
    public void Should_make_napass_example_byte_for_byte() => Content.Compose().ShouldBe(
        "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E");

    [Test]
    public void Should_carry_the_reference_as_purpose()
    {
        var text = (Content with { BillNumber = null, Purpose = "D25070100000000001" }).Compose();
        text.ShouldContain("62220818D25070100000000001");
        text[..^4].ShouldEndWith("6304");
    }

    [Test]
    public void Should_take_diacritics_out_and_cut_the_purpose() =>
        (Content with { Purpose = "Nộp lệ phí hộ tịch phường Sài Gòn" }).Compose().ShouldContain("0825Nop le phi ho tich phuong6304");

    [FsCheck.NUnit.Property]
    public bool Should_be_covered_by_its_checksum(uint amount)
    {
        var text = (Content with { Amount = new Vnd(amount + 1L) }).Compose();
        return text[^4..] == Crc16.Of(Encoding.ASCII.GetBytes(text[..^4])).ToString("X4", CultureInfo.InvariantCulture);
    }

    [Test]
    public void Should_refuse_what_cannot_be_carried()
    {
        Refused(Content with { BankId = "97040" });
        Refused(Content with { BankId = "97040A" });
        Refused(Content with { Account = "" });
        Refused(Content with { Account = new string('1', 20) });
        Refused(Content with { Account = "12 3" });
        Refused(Content with { Amount = Vnd.Zero });
        Refused(Content with { Amount = new Vnd(10_000_000_000_000) });
        Refused(Content with { Purpose = "!!!" });
        Refused(Content with { BillNumber = "số" });

        static void Refused(VietQrContent content) => Should.Throw<ArgumentException>(content.Compose);
    }
}
