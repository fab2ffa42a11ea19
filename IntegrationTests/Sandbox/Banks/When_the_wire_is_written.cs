using DichVuCong.Sandbox.Banks.Platform;
using DichVuCong.Sandbox.Banks.VietQr;
using DichVuCong.Sandbox.Banks.Vnpay;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Tests.Banks;

/// <summary>The sandbox's own writing against the test vectors of <c>external-parties.md</c> A1-A3: nothing of the adapters is in it.</summary>
public class When_the_wire_is_written
{
    [Test]
    public void Should_sign_a_query_as_the_vector_of_vnpay()
    {
        const string canonical = "vnp_Amount=15000000&vnp_Command=pay&vnp_CreateDate=20250701080000&vnp_CurrCode=VND&vnp_ExpireDate=20250701081500"
            + "&vnp_IpAddr=127.0.0.1&vnp_Locale=vn&vnp_OrderInfo=Nop+le+phi+ho+so+H29.1-250701-0001&vnp_OrderType=other"
            + "&vnp_ReturnUrl=https%3A%2F%2Fexample.test%2Freturn%3Fa%3D1&vnp_TmnCode=TESTTMN1&vnp_TxnRef=TT250701000001&vnp_Version=2.1.0";
        var parameters = new Dictionary<string, string>
        {
            ["vnp_Version"] = "2.1.0",
            ["vnp_Command"] = "pay",
            ["vnp_TmnCode"] = "TESTTMN1",
            ["vnp_Amount"] = "15000000",
            ["vnp_CreateDate"] = "20250701080000",
            ["vnp_ExpireDate"] = "20250701081500",
            ["vnp_CurrCode"] = "VND",
            ["vnp_IpAddr"] = "127.0.0.1",
            ["vnp_Locale"] = "vn",
            ["vnp_OrderInfo"] = "Nop le phi ho so H29.1-250701-0001",
            ["vnp_OrderType"] = "other",
            ["vnp_ReturnUrl"] = "https://example.test/return?a=1",
            ["vnp_TxnRef"] = "TT250701000001",
            ["vnp_BankCode"] = "",
            ["vnp_SecureHash"] = "left out",
        };

        VnpaySigning.Canonical(parameters).ShouldBe(canonical);
        VnpaySigning.Signed(parameters).ShouldBe(
            canonical + "&vnp_SecureHash="
            + "15561d11cfd22dfe804394e143173cbbd039e2c8aaf65de146e992d11811e24bc99a18e74796b84617df6c6d724cbd0c7e5e00c8d619bfce73a4e588f540b5d6");
    }

    [Test]
    public void Should_sign_questions_and_refunds_as_the_vectors_of_vnpay()
    {
        var query = new Dictionary<string, string>
        {
            ["vnp_RequestId"] = "REQ0001",
            ["vnp_Version"] = "2.1.0",
            ["vnp_Command"] = "querydr",
            ["vnp_TmnCode"] = "TESTTMN1",
            ["vnp_TxnRef"] = "TT250701000001",
            ["vnp_TransactionDate"] = "20250701080000",
            ["vnp_CreateDate"] = "20250701083000",
            ["vnp_IpAddr"] = "127.0.0.1",
            ["vnp_OrderInfo"] = "Truy van",
        };
        var refund = new Dictionary<string, string>(query)
        {
            ["vnp_RequestId"] = "REQ0002",
            ["vnp_Command"] = "refund",
            ["vnp_TransactionType"] = "02",
            ["vnp_Amount"] = "15000000",
            ["vnp_TransactionNo"] = "14000001",
            ["vnp_CreateBy"] = "canbo01",
            ["vnp_CreateDate"] = "20250701090000",
            ["vnp_OrderInfo"] = "Hoan le phi",
        };

        VnpaySigning.OfPipe(VnpaySigning.QueryRequest, name => query[name]).ShouldBe(
            "009ffa15836341fd969e59b8f79d95df6f03f56080f97af2f67bf0f04e8a7c04fb1f1f4d27fc57433f604537851366823a14d2cd912b758c2e17ad501a03265d");
        VnpaySigning.OfPipe(VnpaySigning.RefundRequest, name => refund[name]).ShouldBe(
            "938cf19d212ec173cce94853fe5c1272e39261c796d95884e9fb5d9eccda5272a3d51e6edb860d54028c505655f4c67d31533f8e30f734f84b5c6fae6b4cb973");
    }

    [Test]
    public void Should_authenticate_as_the_vectors_of_the_platform()
    {
        string[] query = ["QUERY", "1.0.6", "DOITAC1", "dvcH291250701000120250701080000", "20250701080000"];
        string[] callback =
            ["CONFIRM", "00", "DOITAC1", "dvcH291250701000120250701080000", "150000", "VND", "GD0001", "VCB", "20250701080530", "Nop le phi"];

        Hash(PlatformHash.Query, query).ShouldBe("2f6781170709c5b613cf1e4bfa604ec4664fb8b655d32a1df651eeb5d28c8463");
        Hash(PlatformHash.Callback, callback).ShouldBe("d5d2d75d0390f7628aaaeaab67d312913c7bf487850d7c8af41699ef891893e8");

        static string Hash(string[] order, string[] values) => PlatformHash.Of(order, name => values[Array.IndexOf(order, name)]);
    }

    [Test]
    public void Should_hash_as_the_vectors_of_vietqr()
    {
        Digests.Md5("0123456789" + "user1").ShouldBe("6a9f27d594729560e3952ede58e861c3");
        Digests.Md5("SECRET" + "REF1" + "150000" + "0123456789").ShouldBe("67e11f0eb5a71f30d48702010abcfdb5");
    }

    [Test]
    public void Should_read_a_code_that_it_wrote_and_no_damaged_one()
    {
        var code = new QrCode("970436", "3511000123", 150_000, "D2611210123456789A", "Le phi");

        QrCode.TryRead(code.Write()).ShouldBe(code);
        QrCode.TryRead(code.Write().Replace("150000", "150001", StringComparison.Ordinal)).ShouldBeNull();
    }
}
