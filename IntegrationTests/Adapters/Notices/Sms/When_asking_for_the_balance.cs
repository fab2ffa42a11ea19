using System.Xml.Linq;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Sms;

internal sealed class When_asking_for_the_balance
{
    [Test]
    public async Task Should_pass_on_what_the_provider_says()
    {
        await using var provider = await FakeProvider.AnsweringAsync(
            """<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><r><return><errCode>0</errCode><errDesc>Balance: 1200000</errDesc></return></r></S:Body></S:Envelope>""");

        (await AskAsync(provider.Endpoint)).ShouldBe(new SmsBalance(IsAnswered: true, "Balance: 1200000"));
        var call = XDocument.Parse(provider.Requests.Single()).Descendants(XName.Get("checkBalance", "http://impl.bulkSms.ws/")).Single();
        call.Elements().Select(element => element.Name.LocalName).ShouldBe(["User", "Password", "CPCode"]);
    }

    [Test]
    public async Task Should_say_what_came_instead_of_an_answer()
    {
        await using var provider = await FakeProvider.AnsweringAsync("<html/>", 502);

        (await AskAsync(provider.Endpoint)).ShouldBe(new SmsBalance(IsAnswered: false, "HTTP 502 without ErrDesc"));
    }

    private static async Task<SmsBalance> AskAsync(Uri endpoint)
    {
        using var http = SmsHttp.CreateClient(connections: 1);
        return await new SmsBalanceQuery(http, SmsBench.Settings(endpoint), TimeProvider.System).AskAsync(CancellationToken.None).Soon();
    }
}
