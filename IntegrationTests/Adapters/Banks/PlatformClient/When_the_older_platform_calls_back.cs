using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Adapters.Banks.PlatformClient;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;
using Newtonsoft.Json.Linq;

namespace DichVuCong.Banks.Tests.PlatformClient;

internal sealed class When_the_older_platform_calls_back
{
    private static readonly PlatformCallbackForm Form = new(Sample.Settings);

    [Test]
    public void Should_read_the_documents_callback()
    {
        var callback = Sample.Callback();
        ((string?)callback["MaXacThuc"]).ShouldBe("d5d2d75d0390f7628aaaeaab67d312913c7bf487850d7c8af41699ef891893e8");
        Read(callback).ShouldBeVerified().ShouldBe(new PartnerPayment
        {
            Partner = "platform",
            OrderReference = Sample.Reference,
            TransactionNo = "GD0001",
            Amount = new Vnd(150_000),
            Result = PaymentResult.Paid,
            Code = "00",
            Bank = "VCB",
            PaidAt = new DateTimeOffset(2025, 7, 1, 8, 5, 30, TimeSpan.FromHours(7)),
            KeyId = "k1",
        });
    }

    [TestCase("00", PaymentResult.Paid)]
    [TestCase("01", PaymentResult.Failed)]
    [TestCase("24", PaymentResult.Unknown)]
    [TestCase("99", PaymentResult.Unknown)]
    [TestCase("03", PaymentResult.Unknown)]
    public void Should_read_the_result(string code, PaymentResult expected) => Read(Sample.Callback(("MaLoi", code))).ShouldBeVerified().Result.ShouldBe(expected);

    [Test]
    public void Should_refuse_another_signature_and_name_broken_fields()
    {
        Read(Sample.Signed(Sample.Callback(), "OTHER")).ShouldBeRefused(CallbackOutcome.BadSignature, "CALLBACK.MaXacThuc.wrong");
        Read(Sample.Callback(("SoTien", "150000.5"))).ShouldBeRefused(CallbackOutcome.Malformed, "CALLBACK.SoTien.malformed");
        Read(Sample.Callback(("MaThamChieu", ""))).ShouldBeRefused(CallbackOutcome.Malformed, "CALLBACK.MaThamChieu.missing");
        Read(Sample.Callback(("MaTienTe", "USD"))).ShouldBeRefused(CallbackOutcome.Malformed, "CALLBACK.MaTienTe.malformed");
        Read(Sample.Callback(("MaDoiTac", "X"))).ShouldBeRefused(CallbackOutcome.Malformed, "CALLBACK.MaDoiTac.malformed");
        Form.Read(Calls.Post("x")).ShouldBeRefused(CallbackOutcome.Malformed, "CALLBACK.body.malformed");
        Form.Read(Calls.Get("a=b")).ShouldBeRefused(CallbackOutcome.Malformed, "CALLBACK.method.malformed");
        new PlatformCallbackForm(Sample.Settings with { CallbackType = "OTHER" }).Read(Calls.Post(Sample.Callback().ToString()))
            .ShouldBeRefused(CallbackOutcome.Malformed, "CALLBACK.LoaiBanTin.malformed");
    }

    [TestCase("INIT")]
    [TestCase("GET_BILL")]
    [TestCase("init")]
    public void Should_not_take_a_reply_to_a_request_for_a_callback(string type)
    {
        // Such a reply says 00 of the request, in the same order and with the same secret.
        var reply = Sample.Callback(("LoaiBanTin", type));
        Read(reply).ShouldBeRefused(CallbackOutcome.Malformed, "CALLBACK.LoaiBanTin.malformed");
        new PlatformCallbackForm(Sample.Settings with { CallbackType = type }).Read(Calls.Post(reply.ToString()))
            .ShouldBeRefused(CallbackOutcome.Malformed, "CALLBACK.LoaiBanTin.malformed");
        (Sample.Settings with { CallbackType = type }).Validate(isDevelopment: true).ShouldContain("CallbackType cannot be INIT or GET_BILL.");
    }

    [Test]
    public void Should_read_what_our_own_side_as_server_sends()
    {
        var body = MinistryCallback.Compose(Platform.Sample.Paid, "CONFIRM", Sample.Settings.Keys().ToSignAt(Calls.Now)!);
        Form.Read(Calls.Post(body)).ShouldBeVerified().Amount.ShouldBe(Platform.Sample.Paid.SoTien);
    }

    [TestCase(CallbackOutcome.Accepted, "00")]
    [TestCase(CallbackOutcome.Duplicate, "00")]
    [TestCase(CallbackOutcome.UnknownOrder, "99")]
    [TestCase(CallbackOutcome.AmountMismatch, "99")]
    [TestCase(CallbackOutcome.TransientFailure, "99")]
    public void Should_reply_taken_or_not(CallbackOutcome outcome, string code)
    {
        var reply = JObject.Parse(Form.Reply(Read(Sample.Callback()), outcome).Text());
        ((string?)reply["MaLoi"], (string?)reply["MaThamChieu"]).ShouldBe((code, Sample.Reference));
        ((string?)reply["MaXacThuc"]).ShouldBe(Platform.Sample.Hash(
            "CONFIRM", code, "DOITAC1", Sample.Reference, "150000", "VND", "GD0001", "VCB", "20250701080530", "Nop le phi", "BIMAT-TEST"));
    }

    [Test]
    public void Should_sign_nothing_for_who_is_not_proven_and_repeat_where_set()
    {
        var forged = Read(Sample.Signed(Sample.Callback(), "OTHER"));
        JObject.Parse(Form.Reply(forged, CallbackOutcome.BadSignature).Text()).ContainsKey("MaXacThuc").ShouldBeFalse();
        JObject.Parse(Form.Reply(CallbackReading.Unread, CallbackOutcome.TransientFailure).Text())["MaLoi"]!.ToString().ShouldBe("99");
        var echo = new PlatformCallbackForm(Sample.Settings, ReplyAuthentication.Echo);
        var callback = Sample.Callback();
        JObject.Parse(echo.Reply(Read(callback), CallbackOutcome.Accepted).Text())["MaXacThuc"].ShouldBe(callback["MaXacThuc"]);
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Should_never_read_another_payment_from_a_body_with_one_byte_changed(ushort at, byte by)
    {
        var body = Encoding.UTF8.GetBytes(Sample.Callback().ToString(Newtonsoft.Json.Formatting.None));
        return Form.Read(Calls.Post(Calls.WithByteChanged(body, at, by))) is not CallbackReading.Verified verified
            || verified.Payment == Read(Sample.Callback()).ShouldBeVerified();
    }

    private static CallbackReading Read(JObject callback) => Form.Read(Calls.Post(callback.ToString()));
}
