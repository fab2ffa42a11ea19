using System.Diagnostics.Metrics;
using System.Xml.Linq;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Sms;

internal sealed class When_sending_an_sms
{
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Impl = "http://impl.bulkSms.ws/";

    [Test]
    public async Task Should_call_the_documented_operation_with_its_parameters()
    {
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer("Insert MT_QUEUE: OK", "1"));
        using var bench = new SmsBench(provider.Endpoint);

        var outcome = await bench.SendAsync();

        outcome.Kind.ShouldBe(OutcomeKind.Done);
        outcome.Reply.ShouldBe(new NoticeSent(Sample.Dossier, Sample.Occasion, NoticeChannels.Sms));
        var call = XDocument.Parse(provider.Requests.Single()).Root!.Element(Soap + "Body")!.Element(Impl + "wsCpMt")!;
        call.Elements().Select(element => $"{element.Name}={element.Value}").ShouldBe([
            "User=dvc-user",
            "Password=p<&>w",
            "CPCode=DVCCP",
            "RequestID=1",
            "UserID=84912345678",
            "ReceiverID=84912345678",
            "ServiceID=DVCQG",
            "CommandCode=bulksms",
            "Content=Ho so H29.101-261121-5000001 da duoc Uy ban nhan dan phuong Sai Gon tiep nhan.",
            "ContentType=0",
        ]);
        provider.Headers["Content-Type"].ShouldBe("text/xml; charset=utf-8");
        provider.Headers["SOAPAction"].ShouldBe("\"\"");
    }

    [Test]
    public async Task Should_keep_diacritics_when_unicode_is_on()
    {
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer("Insert MT_QUEUE: OK", "1"));
        using var bench = new SmsBench(provider.Endpoint, settings: SmsBench.Settings(provider.Endpoint, unicode: true));

        await bench.SendAsync();

        var call = XDocument.Parse(provider.Requests.Single()).Descendants(Impl + "wsCpMt").Single();
        call.Element("Content")!.Value.ShouldBe("Hồ sơ H29.101-261121-5000001 đã được Ủy ban nhân dân phường Sài Gòn tiếp nhận.");
        call.Element("ContentType")!.Value.ShouldBe("1");
    }

    [TestCase(null)]
    [TestCase("02838296052")]
    public async Task Should_refuse_without_a_mobile_number_and_call_nobody(string? number)
    {
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer("Insert MT_QUEUE: OK", "1"));
        using var bench = new SmsBench(provider.Endpoint, new Recipients(Recipients.Of(phone: number)));

        var outcome = await bench.SendAsync();

        outcome.Kind.ShouldBe(OutcomeKind.Refused);
        outcome.Reply.ShouldBe(new NoticeFailed(Sample.Dossier, Sample.Occasion, NoticeChannels.Sms, "no mobile number"));
        provider.Requests.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_refuse_for_a_dossier_of_which_nothing_is_stored()
    {
        using var bench = new SmsBench(new Uri("http://provider.example"), new Recipients(recipient: null));

        var outcome = await bench.SendAsync();

        outcome.Kind.ShouldBe(OutcomeKind.Refused);
        outcome.Reply.ShouldBe(new NoticeFailed(Sample.Dossier, Sample.Occasion, NoticeChannels.Sms, "nothing is stored about the dossier"));
    }

    [Test]
    public async Task Should_try_again_when_the_recipient_cannot_be_read()
    {
        using var bench = new SmsBench(new Uri("http://provider.example"), new Recipients(recipient: null) { Failure = new TimeoutException(Recipients.Phone) });

        var outcome = await bench.SendAsync();

        outcome.ToString().ShouldBe("Transient: the recipient could not be read: TimeoutException");
    }

    [Test]
    public void Should_declare_that_the_provider_knows_a_repeated_text()
    {
        using var bench = new SmsBench(new Uri("http://provider.example"));

        bench.Operation.RepeatabilityOf(Sample.Sms).ShouldBe(Repeatability.Deduplicates(TimeSpan.FromHours(24)));
    }

    [Test]
    public async Task Should_count_the_segments_that_are_charged()
    {
        var counted = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == SmsMeter.Name) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, segments, _, _) => Interlocked.Add(ref counted, segments));
        listener.Start();
        await using var provider = await FakeProvider.AnsweringAsync(FakeProvider.Answer("Insert MT_QUEUE: OK", "1"));
        using var bench = new SmsBench(provider.Endpoint, settings: SmsBench.Settings(provider.Endpoint, unicode: true));

        await bench.SendAsync();

        counted.ShouldBe(2);
    }
}
