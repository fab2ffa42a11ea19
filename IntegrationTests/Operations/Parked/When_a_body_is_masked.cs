using System.Text;
using DichVuCong.Registries.Operations.Parked;

namespace DichVuCong.Operations.Tests.Parked;

internal sealed class When_a_body_is_masked
{
    [Test]
    public void Should_show_what_things_are_and_never_who()
    {
        var masked = Of(
            """
            {"dossier":"H29.168-261121-5000001","state":2,"row":{"state":3,"officer":"Trần Thị Cán Bộ","text":"gọi 0912345678"},
             "applicant":{"kind":"citizen","personalId":"001190012345","state":"x"},"phones":["0912345678"],"done":true,"note":"","amount":50000,"nothing":null}
            """);

        masked.ShouldContain("H29.168-261121-5000001");
        masked.ShouldContain("50000");
        masked.ShouldContain("true");
        foreach (var secret in (string[])["Trần", "0912345678", "001190012345", "citizen", "\"x\""]) masked.ShouldNotContain(secret);
        masked.ShouldContain("••• (15)");
    }

    [TestCase("""{"fullName":"Nguyễn Văn A"}""", "Nguyễn")]
    [TestCase("""{"somethingNew":{"dossier":"001190012345"}}""", "001190012345")]
    [TestCase("""{"number":912345678,"id":"001190012345","code":"001190012345"}""", "912345678")]
    [TestCase("""["0912345678"]""", "0912345678")]
    [TestCase("\"0912345678\"", "0912345678")]
    [TestCase("912345678", "912345678")]
    [TestCase("no JSON 0912345678", "0912345678")]
    public void Should_mask_what_it_does_not_know(string body, string secret) => Of(body).ShouldNotContain(secret);

    private static string Of(string body) => MaskedBody.Of(Encoding.UTF8.GetBytes(body));
}
