using System.Text;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Banks.Tests.Fakes;

namespace DichVuCong.Banks.Tests.VietQr;

internal sealed class When_vietqr_asks_for_a_token
{
    [TestCase("user1:SECRET", true)]
    [TestCase("user1:SECRET2", false)]
    [TestCase("user2:SECRET", false)]
    [TestCase("user1", false)]
    [TestCase(":", false)]
    public void Should_give_one_only_for_the_user_and_password_agreed(string credentials, bool expected) => Accepts(Sample.Settings, Basic(credentials)).ShouldBe(expected);

    [TestCase("")]
    [TestCase("Basic")]
    [TestCase("Basic !!!")]
    [TestCase("Bearer dXNlcjE6U0VDUkVU")]
    [TestCase("Basic gICA")]
    public void Should_take_no_other_header(string authorization) => Accepts(Sample.Settings, authorization).ShouldBeFalse();

    [Test]
    public void Should_take_both_passwords_in_the_overlap()
    {
        // 08:30 lies in the overlap.
        var settings = Sample.Settings with { InboundPasswords = Secrets.Rotating("ONE", "TWO") };
        Accepts(settings, Basic("user1:ONE")).ShouldBeTrue();
        Accepts(settings, Basic("user1:TWO")).ShouldBeTrue();
        var late = Calls.Post("", ("Authorization", Basic("user1:ONE"))) with { ReceivedAt = Secrets.After };
        new VietQrTokenEndpoint(settings).Accepts(late).ShouldBeFalse();
    }

    [Test]
    public void Should_say_how_long_the_token_counts()
    {
        new VietQrTokenEndpoint(Sample.Settings).Grant("t1").Text().ShouldBe("""{"access_token":"t1","token_type":"Bearer","expires_in":300}""");
        VietQrTokenEndpoint.Refuse().Status.ShouldBe(401);
    }

    private static string Basic(string credentials) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));

    private static bool Accepts(VietQrSettings settings, string authorization) =>
        new VietQrTokenEndpoint(settings).Accepts(Calls.Post("", ("Authorization", authorization)));
}
