using System.Text;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.BankForm;

internal sealed class When_a_bank_calls_back
{
    private static readonly BankCallbackForm Form = new(Sample.Rsa());

    [TestCase(PaymentResult.Paid)]
    [TestCase(PaymentResult.Failed)]
    [TestCase(PaymentResult.Unknown)]
    public void Should_read_what_the_bank_composed(PaymentResult result)
    {
        var payment = Sample.Payment with { Result = result };
        Form.Read(BankCallbackMessage.Compose(payment, Sample.BankSide, Calls.Now)).ShouldBeVerified().ShouldBe(payment);
    }

    [Test]
    public void Should_take_another_result_for_another_telling_and_another_account_for_a_conflict()
    {
        var paid = Told(Sample.Payment);
        Told(Sample.Payment with { Result = PaymentResult.Unknown }).Identity.ShouldNotBe(paid.Identity);
        var elsewhere = Told(Sample.Payment with { Account = "9876543210" });
        elsewhere.Identity.ShouldBe(paid.Identity);
        elsewhere.ContentHash.ShouldNotBe(paid.ContentHash);

        static PartnerPayment Told(PartnerPayment payment) => Form.Read(BankCallbackMessage.Compose(payment, Sample.BankSide, Calls.Now)).ShouldBeVerified();
    }

    [Test]
    public void Should_read_the_lesser_variant()
    {
        var settings = BankFormSettings.Development("vcb", new Uri("http://127.0.0.1/"));
        var theirs = BodySignatures.OfHmac([new SecretKey("development", DevelopmentDefaults.BankFormSecret)]);
        var call = BankCallbackMessage.Compose(Sample.Payment, theirs, Calls.Now);
        new BankCallbackForm(settings).Read(call).ShouldBeVerified().KeyId.ShouldBe("development");
        new BankCallbackForm(settings).Read(call with { Body = call.Body[..^1] }).ShouldBeRefused(CallbackOutcome.BadSignature, "payment.X-Signature.wrong");
    }

    [Test]
    public void Should_verify_before_it_parses()
    {
        var call = BankCallbackMessage.Compose(Sample.Payment, Sample.BankSide, Calls.Now);
        Form.Read(call with { Body = "{ not json"u8.ToArray() }).ShouldBeRefused(CallbackOutcome.BadSignature, "payment.X-Signature.wrong");
    }

    [TestCase(BankFormNames.KeyId, null)]
    [TestCase(BankFormNames.KeyId, "other")]
    [TestCase(BankFormNames.Signature, null)]
    [TestCase(BankFormNames.Signature, "")]
    [TestCase(BankFormNames.Signature, "!!!")]
    [TestCase(BankFormNames.Signature, "AAAA")]
    public void Should_refuse_a_call_without_its_signature(string header, string? value) =>
        Form.Read(BankCallbackMessage.Compose(Sample.Payment, Sample.BankSide, Calls.Now).With(header, value))
            .ShouldBeRefused(CallbackOutcome.BadSignature, "payment.X-Signature.wrong");

    [TestCase(null)]
    [TestCase("yesterday")]
    [TestCase("20250701083001")]
    public void Should_refuse_a_time_stamp_that_the_body_does_not_repeat(string? stamp) =>
        Form.Read(BankCallbackMessage.Compose(Sample.Payment, Sample.BankSide, Calls.Now).With(BankFormNames.Timestamp, stamp))
            .ShouldBeRefused(CallbackOutcome.BadSignature, "payment.X-Timestamp.wrong");

    [TestCase(-300, true)]
    [TestCase(300, true)]
    [TestCase(-301, false)]
    [TestCase(301, false)]
    public void Should_refuse_a_call_from_outside_of_the_drift(int seconds, bool isTaken)
    {
        var call = BankCallbackMessage.Compose(Sample.Payment, Sample.BankSide, Calls.Now) with { ReceivedAt = Calls.Now.AddSeconds(seconds) };
        (Form.Read(call) is CallbackReading.Verified).ShouldBe(isTaken);
    }

    [Test]
    public void Should_take_both_certificates_in_the_overlap_and_the_old_one_not_after_it()
    {
        var form = new BankCallbackForm(Sample.Rsa() with
        {
            Drift = TimeSpan.FromDays(1),
            Certificates =
            [
                new CertificateSetting { KeyId = "bank1", Pem = Certificates.BankPublic, ValidUntil = Secrets.After },
                new CertificateSetting { KeyId = "bank2", Pem = Certificates.OurPublic, ValidFrom = Secrets.Overlap },
            ],
        });
        var old = BankCallbackMessage.Compose(Sample.Payment, Sample.BankSide, Calls.Now);
        var nextSide = BodySignatures.OfRsa([new RsaVerifyingKey("x", Certificates.OurPublic)], [new RsaSigningKey("bank2", Certificates.OurPrivate)]);
        var next = BankCallbackMessage.Compose(Sample.Payment, nextSide, Calls.Now);
        form.Read(old with { ReceivedAt = Secrets.Overlap }).ShouldBeVerified().KeyId.ShouldBe("bank1");
        form.Read(next with { ReceivedAt = Secrets.Overlap }).ShouldBeVerified().KeyId.ShouldBe("bank2");
        form.Read(old with { ReceivedAt = Secrets.After }).ShouldBeRefused(CallbackOutcome.BadSignature, "payment.X-Signature.wrong");
        form.Read(next with { ReceivedAt = Secrets.Before }).ShouldBeRefused(CallbackOutcome.BadSignature, "payment.X-Signature.wrong");
    }

    [TestCase("""{"sentAt":"20250701083000"}""", "payment.orderReference.missing")]
    [TestCase("""{"sentAt":"20250701083000","orderReference":"D1","transactionNo":"1","amountVnd":1.5,"status":"SUCCESS","paymentCode":"00"}""", "payment.amountVnd.malformed")]
    [TestCase("""{"sentAt":"20250701083000","orderReference":"D1","transactionNo":"1","amountVnd":1,"status":"OK","paymentCode":"00"}""", "payment.status.malformed")]
    [TestCase("""{"sentAt":"20250701083000","orderReference":"D1","transactionNo":"1","amountVnd":1,"status":"SUCCESS","paymentCode":"00","paidAt":"1/7"}""", "payment.paidAt.malformed")]
    [TestCase("[]", "payment.body.malformed")]
    public void Should_name_the_field_that_breaks_the_form(string body, string code) => Form.Read(Signed(body)).ShouldBeRefused(CallbackOutcome.Malformed, code);

    [Test]
    public void Should_take_no_other_method_and_no_large_body()
    {
        Form.Read(Calls.Get("a=b")).ShouldBeRefused(CallbackOutcome.Malformed, "payment.method.malformed");
        Form.Read(Calls.Post(new byte[70_000])).ShouldBeRefused(CallbackOutcome.Malformed, "payment.body.malformed");
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool Should_refuse_a_body_with_one_byte_changed(ushort at, byte by)
    {
        var call = BankCallbackMessage.Compose(Sample.Payment, Sample.BankSide, Calls.Now);
        return Form.Read(call with { Body = Calls.WithByteChanged(call.Body.ToArray(), at, by) }) is CallbackReading.Refused { Outcome: CallbackOutcome.BadSignature };
    }

    [TestCase(CallbackOutcome.Accepted, 200, """{"code":"00","message":"Recorded","receipt":"P1"}""")]
    [TestCase(CallbackOutcome.Duplicate, 200, """{"code":"02","message":"Recorded before","receipt":"P1"}""")]
    [TestCase(CallbackOutcome.UnknownOrder, 200, """{"code":"01","message":"Order not found","receipt":"P1"}""")]
    [TestCase(CallbackOutcome.AmountMismatch, 200, """{"code":"04","message":"Amount or content differs","receipt":"P1"}""")]
    [TestCase(CallbackOutcome.BadSignature, 401, """{"code":"97","message":"Signature, key or time stamp not valid","receipt":"P1"}""")]
    [TestCase(CallbackOutcome.TransientFailure, 503, """{"code":"99","message":"Try again later","receipt":"P1"}""")]
    [TestCase(CallbackOutcome.Malformed, 400, """{"code":"03","message":"Not in the form agreed","receipt":"P1"}""")]
    public void Should_reply_in_the_forms_codes(CallbackOutcome outcome, int status, string expected)
    {
        var reply = Form.Reply(CallbackReading.Unread, outcome, "P1");
        (reply.Status, reply.Text()).ShouldBe((status, expected));
        Form.Reply(CallbackReading.Unread, outcome).Text().ShouldNotContain("receipt");
    }

    private static CallbackRequest Signed(string body)
    {
        var signature = Sample.BankSide.Sign(Encoding.UTF8.GetBytes(body), Calls.Now)!;
        return Calls.Post(
            body, (BankFormNames.KeyId, signature.KeyId), (BankFormNames.Signature, signature.Value), (BankFormNames.Timestamp, "20250701083000"));
    }
}
