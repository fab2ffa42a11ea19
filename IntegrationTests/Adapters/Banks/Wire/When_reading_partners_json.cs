using System.Text;
using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Banks.Tests.Wire;

internal sealed class When_reading_partners_json
{
    [TestCase("""{"a":150000}""", "150000")]
    [TestCase("""{"a":"150000"}""", "150000")]
    [TestCase("""{"A":150000}""", "150000")]
    [TestCase("""{"a":150000.0}""", "150000.0")]
    [TestCase("""{"a":12345678901234567890123}""", "12345678901234567890123")]
    [TestCase("""{"a":-5}""", "-5")]
    [TestCase("""{"a":0}""", "0")]
    [TestCase("""{a1e5:0,'a':"/* 010 */"}""", "/* 010 */")]
    [TestCase("""{"a":true}""", "True")]
    [TestCase("""{"a":null}""", null)]
    [TestCase("""{"a":{}}""", null)]
    [TestCase("""{"a":"2025-07-01T00:00:00"}""", "2025-07-01T00:00:00")]
    [TestCase("{}", null)]
    public void Should_give_scalars_in_the_digits_in_which_they_came(string body, string? expected) => Read(body).ShouldNotBeNull().Text("a").ShouldBe(expected);

    [TestCase("")]
    [TestCase("1")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("{} {}")]
    [TestCase("""{"a":1,"a":2}""")]
    [TestCase("""{"a":1,"A":2}""")]
    [TestCase("""{"a":010}""")]
    [TestCase("""{"a":0x10}""")]
    [TestCase("""{"a":NaN}""")]
    [TestCase("""{"a":1e999}""")]
    [TestCase("""{"a":15e4}""")]
    [TestCase("""{"a":1.5E5}""")]
    [TestCase("""{"a":150000.}""")]
    [TestCase("""{"a":.5}""")]
    [TestCase("""{"a":-010}""")]
    [TestCase("""{"a":1/**/}""")]
    [TestCase("""{"amountVnd":/*"*/0150000/*"*/}""")]
    public void Should_not_read_what_has_two_meanings_or_none(string body) => Read(body).ShouldBeNull();

    [Test]
    public void Should_not_read_what_is_no_utf8_or_beyond_the_bound()
    {
        PartnerJson.Read([(byte)'{', 0xFF, (byte)'}'], 100).ShouldBeNull();
        PartnerJson.Read("{}"u8, 1).ShouldBeNull();
        PartnerJson.Read([0xEF, 0xBB, 0xBF, .. "{}"u8], 100).ShouldNotBeNull();
    }

    [Test]
    public void Should_bound_the_items_of_a_list()
    {
        Read($$"""{"a":[{{string.Join(',', Enumerable.Repeat("{}", 200))}}]}""")!.List("a")!.Count.ShouldBe(200);
        Read($$"""{"a":[{{string.Join(',', Enumerable.Repeat("{}", 201))}}]}""")!.List("a").ShouldBeNull();
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public void Should_throw_for_nothing(byte[] body) => Should.NotThrow(() => PartnerJson.Read(body, 1000));

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public void Should_throw_for_no_text(string? text) => Should.NotThrow(() => Read($$"""{"a":{{text}}}"""));

    private static PartnerObject? Read(string body) => PartnerJson.Read(Encoding.UTF8.GetBytes(body), 100_000);
}
