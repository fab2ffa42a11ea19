using System.Text;
using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Banks.Tests.Signatures;

internal sealed class When_hashing
{
    // external-parties.md A1: pay URL, querydr, refund.
    [TestCase("vnp_Amount=15000000&vnp_Command=pay&vnp_CreateDate=20250701080000&vnp_CurrCode=VND&vnp_ExpireDate=20250701081500&vnp_IpAddr=127.0.0.1&vnp_Locale=vn&vnp_OrderInfo=Nop+le+phi+ho+so+H29.1-250701-0001&vnp_OrderType=other&vnp_ReturnUrl=https%3A%2F%2Fexample.test%2Freturn%3Fa%3D1&vnp_TmnCode=TESTTMN1&vnp_TxnRef=TT250701000001&vnp_Version=2.1.0",
        "15561d11cfd22dfe804394e143173cbbd039e2c8aaf65de146e992d11811e24bc99a18e74796b84617df6c6d724cbd0c7e5e00c8d619bfce73a4e588f540b5d6")]
    [TestCase("REQ0001|2.1.0|querydr|TESTTMN1|TT250701000001|20250701080000|20250701083000|127.0.0.1|Truy van",
        "009ffa15836341fd969e59b8f79d95df6f03f56080f97af2f67bf0f04e8a7c04fb1f1f4d27fc57433f604537851366823a14d2cd912b758c2e17ad501a03265d")]
    [TestCase("REQ0002|2.1.0|refund|TESTTMN1|02|TT250701000001|15000000|14000001|20250701080000|canbo01|20250701090000|127.0.0.1|Hoan le phi",
        "938cf19d212ec173cce94853fe5c1272e39261c796d95884e9fb5d9eccda5272a3d51e6edb860d54028c505655f4c67d31533f8e30f734f84b5c6fae6b4cb973")]
    public void Should_agree_with_vnpays_vectors(string text, string expected) =>
        PlainHash.Hex(new SecretKey("k1", "SECRETKEY-TEST").HmacSha512(text)).ShouldBe(expected);

    // external-parties.md A2.
    [TestCase("QUERY|1.0.6|DOITAC1|dvcH291250701000120250701080000|20250701080000|BIMAT-TEST", "2f6781170709c5b613cf1e4bfa604ec4664fb8b655d32a1df651eeb5d28c8463")]
    [TestCase("CONFIRM|00|DOITAC1|dvcH291250701000120250701080000|150000|VND|GD0001|VCB|20250701080530|Nop le phi|BIMAT-TEST",
        "d5d2d75d0390f7628aaaeaab67d312913c7bf487850d7c8af41699ef891893e8")]
    public void Should_agree_with_the_platforms_vectors(string text, string expected) => PlainHash.Hex(PlainHash.Sha256(text)).ShouldBe(expected);

    // external-parties.md A3.
    [TestCase("0123456789user1", "6a9f27d594729560e3952ede58e861c3")]
    [TestCase("SECRETREF11500000123456789", "67e11f0eb5a71f30d48702010abcfdb5")]
    public void Should_agree_with_vietqrs_vectors(string text, string expected) => PlainHash.Hex(PlainHash.Md5(text)).ShouldBe(expected);

    // external-parties.md A4: HMAC-SHA256.
    [Test]
    public void Should_agree_with_a_vector_of_hmac_sha256() =>
        PlainHash.Hex(new SecretKey("k1", "CK-TEST").HmacSha256(Encoding.UTF8.GetBytes(
            "amount=150000&cancelUrl=https://example.test/c&description=LEPHI TT1&orderCode=123456&returnUrl=https://example.test/r")))
            .ShouldBe("87dc1e8e1bb54f5704009d301a9c2264756e44171e3aece021f90bc758263372");

    [Test]
    public void Should_compare_hexadecimal_digits_in_any_letter_case()
    {
        var digest = PlainHash.Sha256("x");
        ConstantTime.HexEquals(Convert.ToHexString(digest), digest).ShouldBeTrue();
        ConstantTime.HexEquals(Convert.ToHexStringLower(digest), digest).ShouldBeTrue();
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("0")]
    [TestCase("zz")]
    [TestCase("00")]
    public void Should_take_nothing_else_for_a_digest(string? given)
    {
        var digest = PlainHash.Sha256("x");
        ConstantTime.HexEquals(given, digest).ShouldBeFalse();
        ConstantTime.Base64Equals(given, digest).ShouldBeFalse();
        ConstantTime.HexEquals(Convert.ToHexString(digest) + given + "0", digest).ShouldBeFalse();
        ConstantTime.HexEquals(new string('g', digest.Length * 2), digest).ShouldBeFalse();
    }

    [FsCheck.NUnit.Property]
    public bool Should_tell_every_changed_bit(byte[] data, byte at, byte by)
    {
        var digest = new SecretKey("k1", "s").HmacSha256(data);
        var other = Fakes.Calls.WithByteChanged(digest, at, by);
        return ConstantTime.Base64Equals(Convert.ToBase64String(digest), digest)
            && !ConstantTime.HexEquals(Convert.ToHexString(other), digest)
            && !ConstantTime.Base64Equals(Convert.ToBase64String(other), digest);
    }

    [Test]
    public void Should_never_show_a_secret() => new SecretKey("k1", "SECRETKEY-TEST").ToString().ShouldBe("secret k1");
}
