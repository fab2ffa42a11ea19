using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Banks.Tests.Platform;

internal sealed class When_replying_to_a_ministry
{
    private static readonly Uri PayUrl = new("https://pay.example.test/D25070100000000001");

    [Test]
    public void Should_give_the_pay_url_with_maxacthuc_in_callback_order()
    {
        var reading = Sample.Read(Sample.Signed(Sample.Init()));
        var reply = JObject.Parse(new PlatformReplies(Sample.Settings).Payable(reading, PayUrl, Calls.Now).Text());
        ((string?)reply["MaLoi"], (string?)reply["UrlThanhToan"], (string?)reply["MaThamChieu"]).ShouldBe(("00", PayUrl.AbsoluteUri, Sample.Reference));
        ((string?)reply["MaXacThuc"]).ShouldBe(
            Sample.Hash("INIT", "00", "DOITAC1", Sample.Reference, "150000", "VND", null, "PAYMENT", "20250701080000", "Nộp lệ phí", "BIMAT-TEST"));
    }

    [Test]
    public void Should_encode_twice_for_a_proxy()
    {
        var settings = Sample.With(PlatformReplyForm.Proxy);
        var reading = Sample.Read(Sample.Signed(Sample.Init()), settings);
        var reply = JObject.Parse(new PlatformReplies(settings).Payable(reading, PayUrl, Calls.Now).Text());
        reply.Properties().Select(property => property.Name).ShouldBe(["error_code", "message"]);
        ((string?)reply["error_code"]).ShouldBe("0");
        ((string?)JObject.Parse((string)reply["message"]!)["UrlThanhToan"]).ShouldBe(PayUrl.AbsoluteUri);
        var refusal = JObject.Parse(new PlatformReplies(settings).Refuse(reading, CallbackOutcome.TransientFailure, Calls.Now).Text());
        ((string?)refusal["error_code"]).ShouldBe("-1");
        ((string?)JObject.Parse((string)refusal["message"]!)["MaLoi"]).ShouldBe("99");
    }

    [TestCase(PaymentResult.Paid, "00", "1")]
    [TestCase(PaymentResult.Failed, "01", "4")]
    [TestCase(PaymentResult.Unknown, "03", "3")]
    public void Should_tell_where_a_payment_stands(PaymentResult result, string code, string state)
    {
        var reading = Sample.Read(Sample.Signed(Sample.Query()));
        var reply = JObject.Parse(new PlatformReplies(Sample.Settings).State(reading, Sample.Paid with { Result = result }, Calls.Now).Text());
        ((string?)reply["MaLoi"], (string?)reply["TrangThaiGD"], (string?)reply["LoaiBanTin"]).ShouldBe((code, state, "QUERY"));
        ((string?)reply["MaXacThuc"]).ShouldBe(
            Sample.Hash("QUERY", code, "DOITAC1", Sample.Reference, "150000", "VND", "GD0001", "VCB", "20250701080530", "Nop le phi", "BIMAT-TEST"));
    }

    [Test]
    public void Should_repeat_maxacthuc_for_old_clients()
    {
        var settings = Sample.Settings with { ReplyAuthentication = ReplyAuthentication.Echo };
        var request = Sample.Signed(Sample.Query());
        var reply = JObject.Parse(new PlatformReplies(settings).State(Sample.Read(request, settings), Sample.Paid, Calls.Now).Text());
        ((string?)reply["MaXacThuc"]).ShouldBe((string?)request["MaXacThuc"]);
    }

    [Test]
    public void Should_sign_with_the_key_of_the_question()
    {
        var settings = Sample.With(secrets: Secrets.Rotating("OLD", "NEW"));
        var reading = Sample.Read(Sample.Signed(Sample.Query(), "NEW"), settings, Secrets.Overlap);
        var reply = JObject.Parse(new PlatformReplies(settings).State(reading, Sample.Paid, Secrets.Overlap).Text());
        ((string?)reply["MaXacThuc"]).ShouldBe(
            Sample.Hash("QUERY", "00", "DOITAC1", Sample.Reference, "150000", "VND", "GD0001", "VCB", "20250701080530", "Nop le phi", "NEW"));
    }

    [Test]
    public void Should_give_a_receipt_as_an_address_or_a_document()
    {
        var reading = Sample.Read(Sample.Signed(Sample.Query("GET_BILL")));
        var reply = JObject.Parse(new PlatformReplies(Sample.Settings).Receipt(reading, PayUrl, Calls.Now).Text());
        ((string?)reply["URLBienLai"]).ShouldBe(PayUrl.AbsoluteUri);
        PlatformReplies.Document("%PDF"u8.ToArray()).ContentType.ShouldBe("application/pdf");
    }

    [TestCase(CallbackOutcome.UnknownOrder, "02")]
    [TestCase(CallbackOutcome.AmountMismatch, "02")]
    [TestCase(CallbackOutcome.TransientFailure, "99")]
    [TestCase(CallbackOutcome.Malformed, "02")]
    public void Should_refuse_in_the_platforms_codes(CallbackOutcome outcome, string code)
    {
        var reading = Sample.Read(Sample.Signed(Sample.Query()));
        var reply = JObject.Parse(new PlatformReplies(Sample.Settings).Refuse(reading, outcome, Calls.Now).Text());
        ((string?)reply["MaLoi"]).ShouldBe(code);
        ((string?)reply["MoTaLoi"]).ShouldNotBeNullOrEmpty();
        ((string?)reply["MaXacThuc"]).ShouldNotBeNull();
    }

    [Test]
    public void Should_sign_nothing_for_a_forged_request_whatever_it_is_taken_for([Values] CallbackOutcome outcome)
    {
        var forged = Sample.Read(Sample.Signed(Sample.Query(), "OTHER"));
        var replies = new PlatformReplies(Sample.Settings);
        JObject.Parse(replies.Refuse(forged, outcome, Calls.Now).Text()).ContainsKey("MaXacThuc").ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => replies.Payable(forged, PayUrl, Calls.Now));
        Should.Throw<InvalidOperationException>(() => replies.State(forged, Sample.Paid, Calls.Now));
        Should.Throw<InvalidOperationException>(() => replies.Receipt(forged, PayUrl, Calls.Now));
    }

    [Test]
    public void Should_tell_the_field_and_sign_nothing_for_who_is_not_proven()
    {
        var broken = Sample.Init();
        broken["SoTien"] = "x";
        var replies = new PlatformReplies(Sample.Settings);
        ((string?)JObject.Parse(replies.Refuse(Sample.Read(Sample.Signed(broken)), CallbackOutcome.Malformed, Calls.Now).Text())["MoTaLoi"]).ShouldNotBeNull().ShouldContain("SoTien");
        var forged = JObject.Parse(replies.Refuse(Sample.Read(Sample.Query()), CallbackOutcome.BadSignature, Calls.Now).Text());
        ((string?)forged["MaLoi"], forged.ContainsKey("MaXacThuc")).ShouldBe(("07", false));
        JObject.Parse(replies.Refuse(Sample.Read("x"), CallbackOutcome.Malformed, Calls.Now).Text()).ContainsKey("MaXacThuc").ShouldBeFalse();
    }
}
