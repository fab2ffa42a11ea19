using System.Text;
using DichVuCong.Adapters.VNeID.Configuration;
using DichVuCong.Contracts.Identity;
using DichVuCong.VNeID.Tests.Fakes;

namespace DichVuCong.VNeID.Tests.Direct;

internal sealed class When_an_envelope_is_wrong : VneidTest
{
    [Test]
    public async Task Should_refuse_one_for_another_key()
    {
        Source.Answers(UserInfo, Envelopes.Of(Envelopes.VectorClaims, Envelopes.NewKey()));

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Broken);
    }

    [Test]
    public async Task Should_refuse_a_token_for_another_key_and_ask_no_further()
    {
        Source.Answers(Token, Envelopes.Of(TokenJson, Envelopes.NewKey()));

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Broken);

        Source.CallsOf(UserInfo).ShouldBe(0);
    }

    [Test]
    public async Task Should_refuse_a_body_of_which_any_byte_was_changed()
    {
        var (data, key) = Envelopes.Seal(Encoding.UTF8.GetBytes("""{"citizenPid":"001090000001","fullName":"An"}"""));
        var bytes = Convert.FromBase64String(data);
        for (var place = 0; place < bytes.Length; place += 5)
        {
            var changed = bytes.ToArray();
            changed[place] ^= 0x40;
            Source.Answers(UserInfo, $$"""{"data":"{{Convert.ToBase64String(changed)}}","key":"{{key}}"}""");

            (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Broken);
        }
    }

    [Test]
    public async Task Should_refuse_a_body_that_was_cut()
    {
        Source.Answers(UserInfo, $$"""{"data":"{{Envelopes.VectorData[..64]}}","key":"{{Envelopes.VectorKey}}"}""");

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Broken);
    }

    [TestCase("""{"data":"AAAA"}""")]
    [TestCase("""{"key":"AAAA"}""")]
    [TestCase("""{"data":"","key":""}""")]
    [TestCase("""{"data":"no base64!","key":"AAAA"}""")]
    [TestCase("""{"data":["AAAA"],"key":"AAAA"}""")]
    [TestCase("<html>500</html>")]
    [TestCase("")]
    [TestCase(Envelopes.VectorClaims)]
    public async Task Should_refuse_what_is_none(string body)
    {
        Source.Answers(UserInfo, body);

        (await RedeemAsync()).ShouldBeRefused(IdentityRefusal.Broken);
    }

    [Test]
    public async Task Should_open_what_was_wrapped_under_either_key_while_one_follows_the_other()
    {
        var next = Envelopes.NewKey();
        var settings = Settings with
        {
            Keys =
            [
                Settings.Keys[0] with { ValidUntil = FixedTime.Now.AddDays(1) },
                new EnvelopeKeySetting { KeyId = "next", Pem = next, ValidFrom = FixedTime.Now.AddDays(-1) },
            ],
        };

        (await RedeemAsync(settings: settings)).ShouldBeGiven();
        Source.Answers(Token, Envelopes.Of(TokenJson, next));
        (await RedeemAsync(settings: settings)).ShouldBeGiven();
    }

    [Test]
    public async Task Should_refuse_what_was_wrapped_under_a_key_whose_time_is_over()
    {
        var settings = Settings with
        {
            Keys =
            [
                Settings.Keys[0] with { ValidUntil = FixedTime.Now },
                new EnvelopeKeySetting { KeyId = "next", Pem = Envelopes.NewKey() },
            ],
        };

        (await RedeemAsync(settings: settings)).ShouldBeRefused(IdentityRefusal.Broken);
    }

    [TestCase("not base64")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAA==")]
    public async Task Should_say_of_a_forged_code_what_it_says_of_an_unknown_one(string code)
    {
        Source.Answers(Token, """{"error":"invalid_grant"}""", status: 400);
        var unknown = await RedeemAsync(new SignInCode("unknown"));

        var forged = await RedeemAsync(new SignInCode(code, Envelopes.VectorKey));
        var wrongKey = await RedeemAsync(new SignInCode(Envelopes.VectorCode, Convert.ToBase64String(new byte[256])));

        forged.ShouldBe(unknown);
        wrongKey.ShouldBe(unknown);
        Source.CallsOf(Token).ShouldBe(1);
    }
}
