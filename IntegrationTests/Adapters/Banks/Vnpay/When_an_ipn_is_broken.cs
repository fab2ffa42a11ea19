using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Banks.Tests.Fakes;

namespace DichVuCong.Banks.Tests.Vnpay;

internal sealed class When_an_ipn_is_broken
{
    [TestCase("")]
    [TestCase("&&")]
    [TestCase("vnp_Amount=1&vnp_Amount=2")]
    [TestCase("vnp_Amount=%FF")]
    public void Should_call_it_malformed_when_it_cannot_be_read(string query) =>
        Sample.Form().Read(Calls.Get(query)).ShouldBeRefused(CallbackOutcome.Malformed, "IPN.query.malformed");

    [Test]
    public void Should_not_read_a_query_that_is_too_large_or_no_ascii()
    {
        Sample.Form().Read(Calls.Get("vnp_Amount=" + new string('1', 9000))).ShouldBeRefused(CallbackOutcome.Malformed, "IPN.query.malformed");
        Sample.Form().Read(Calls.Get("vnp_Amount=ộ")).ShouldBeRefused(CallbackOutcome.Malformed, "IPN.query.malformed");
        Sample.Form().Read(Calls.Get(string.Join('&', Enumerable.Range(0, 100).Select(n => $"a{n}=1")))).ShouldBeRefused(CallbackOutcome.Malformed, "IPN.query.malformed");
    }

    [Test]
    public void Should_take_no_other_method() =>
        Sample.Form().Read(Calls.Get(Sample.Signed(Sample.Ipn())) with { Method = "POST" }).ShouldBeRefused(CallbackOutcome.Malformed, "IPN.method.malformed");

    [TestCase("vnp_Amount=15000000")]
    [TestCase("vnp_Amount=15000000&vnp_SecureHash=")]
    [TestCase("vnp_Amount=15000000&vnp_SecureHash=00")]
    public void Should_find_the_signature_wrong(string query) =>
        Sample.Form().Read(Calls.Get(query)).ShouldBeRefused(CallbackOutcome.BadSignature, "IPN.vnp_SecureHash.wrong");

    [Test]
    public void Should_find_the_signature_of_another_secret_wrong() =>
        Sample.Form().Read(Calls.Get(Sample.Signed(Sample.Ipn(), "OTHER"))).ShouldBeRefused(CallbackOutcome.BadSignature, "IPN.vnp_SecureHash.wrong");

    [TestCase("vnp_Amount", "")]
    [TestCase("vnp_Amount", "15000001")]
    [TestCase("vnp_Amount", "-15000000")]
    [TestCase("vnp_Amount", "1500000000000")]
    [TestCase("vnp_Amount", "150000.00")]
    [TestCase("vnp_TxnRef", "")]
    [TestCase("vnp_ResponseCode", "")]
    [TestCase("vnp_TransactionStatus", "")]
    [TestCase("vnp_TmnCode", "OTHER123")]
    [TestCase("vnp_TmnCode", "")]
    public void Should_name_the_field_that_breaks_the_contract(string name, string value) =>
        Sample.Form().Read(Calls.Get(Sample.Signed(Sample.Ipn((name, value))))).ShouldBeRefused(CallbackOutcome.Malformed, $"IPN.{name}.malformed");

    [TestCase(CallbackOutcome.Accepted, """{"RspCode":"00","Message":"Confirm Success"}""")]
    [TestCase(CallbackOutcome.Duplicate, """{"RspCode":"02","Message":"Order already confirmed"}""")]
    [TestCase(CallbackOutcome.UnknownOrder, """{"RspCode":"01","Message":"Order not found"}""")]
    [TestCase(CallbackOutcome.AmountMismatch, """{"RspCode":"04","Message":"Invalid amount"}""")]
    [TestCase(CallbackOutcome.BadSignature, """{"RspCode":"97","Message":"Invalid signature"}""")]
    [TestCase(CallbackOutcome.TransientFailure, """{"RspCode":"99","Message":"Try again later"}""")]
    [TestCase(CallbackOutcome.Malformed, """{"RspCode":"99","Message":"Input data required"}""")]
    public void Should_answer_in_vnpays_codes(CallbackOutcome outcome, string expected)
    {
        var reply = Sample.Form().Reply(CallbackReading.Unread, outcome);
        (reply.Status, reply.ContentType, reply.Text()).ShouldBe((200, "application/json; charset=utf-8", expected));
    }
}
