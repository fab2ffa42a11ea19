using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.Vnpay;

internal sealed class When_an_ipn_arrives
{
    [Test]
    public void Should_read_the_payment()
    {
        var payment = Read(Sample.Signed(Sample.Ipn())).ShouldBeVerified();

        payment.ShouldBe(new PartnerPayment
        {
            Partner = "vnpay",
            OrderReference = "TT250701000001",
            TransactionNo = "14000001",
            Amount = new Vnd(150_000),
            Result = PaymentResult.Paid,
            Code = "00/00",
            Bank = "NCB",
            PaidAt = new DateTimeOffset(2025, 7, 1, 8, 5, 30, TimeSpan.FromHours(7)),
            KeyId = "development",
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Should_verify_empty_parameters_signed_or_left_out(bool dropEmpty)
    {
        var query = Sample.Signed(Sample.Ipn(("vnp_BankTranNo", ""), ("vnp_CardType", "")), dropEmpty: dropEmpty);
        query.ShouldContain("vnp_CardType=&");
        Read(query).ShouldBeVerified().Amount.ShouldBe(new Vnd(150_000));
    }

    [Test]
    public void Should_verify_what_a_proxy_encoded_in_another_way()
    {
        var query = Sample.Signed(Sample.Ipn());
        query.ShouldContain("Nop+le+phi%3A+ho+so");
        Read(query.Replace("Nop+le+phi%3A+ho+so", "Nop%20le%20phi%3a%20ho%20so", StringComparison.Ordinal)).ShouldBeVerified();
    }

    [Test]
    public void Should_take_the_hash_in_capitals_and_parameters_in_any_order()
    {
        var query = Sample.Signed(Sample.Ipn());
        var hash = query[(query.LastIndexOf('=') + 1)..];
        Read(query.Replace(hash, hash.ToUpperInvariant(), StringComparison.Ordinal)).ShouldBeVerified();
        Read(string.Join('&', query.Split('&').Reverse())).ShouldBeVerified();
    }

    [Test]
    public void Should_leave_parameters_that_are_not_vnpays_unsigned_and_unread() => Read(Sample.Signed(Sample.Ipn()) + "&utm=x&vnp_SecureHashType=SHA512").ShouldBeVerified();

    [TestCase("00", "00", PaymentResult.Paid)]
    [TestCase("00", "01", PaymentResult.Unknown)]
    [TestCase("00", "02", PaymentResult.Unknown)]
    [TestCase("24", "00", PaymentResult.Unknown)]
    [TestCase("24", "02", PaymentResult.Failed)]
    [TestCase("51", "02", PaymentResult.Failed)]
    [TestCase("07", "07", PaymentResult.Unknown)]
    [TestCase("11", "04", PaymentResult.Unknown)]
    [TestCase("77", "02", PaymentResult.Unknown)]
    public void Should_say_paid_only_when_both_codes_do(string code, string status, PaymentResult expected)
    {
        var payment = Read(Sample.Signed(Sample.Ipn(("vnp_ResponseCode", code), ("vnp_TransactionStatus", status)))).ShouldBeVerified();
        (payment.Result, payment.Code).ShouldBe((expected, $"{code}/{status}"));
    }

    [Test]
    public void Should_take_a_failed_payment_without_a_number_or_a_time()
    {
        var parameters = Sample.Ipn(("vnp_ResponseCode", "24"), ("vnp_TransactionStatus", "02"), ("vnp_TransactionNo", "0"));
        parameters.Remove("vnp_PayDate");
        var payment = Read(Sample.Signed(parameters)).ShouldBeVerified();
        (payment.TransactionNo, payment.PaidAt).ShouldBe(("", null));
    }

    [Test]
    public void Should_take_both_keys_in_the_overlap_and_the_new_one_after_it()
    {
        var form = Sample.Form(Sample.Rotating);
        var (old, next) = (Sample.Signed(Sample.Ipn(), "OLD-SECRET"), Sample.Signed(Sample.Ipn(), "NEW-SECRET"));
        form.Read(Calls.Get(old, Secrets.Before)).ShouldBeVerified().KeyId.ShouldBe("old");
        form.Read(Calls.Get(next, Secrets.Before)).ShouldBeRefused(CallbackOutcome.BadSignature, "IPN.vnp_SecureHash.wrong");
        form.Read(Calls.Get(old, Secrets.Overlap)).ShouldBeVerified().KeyId.ShouldBe("old");
        form.Read(Calls.Get(next, Secrets.Overlap)).ShouldBeVerified().KeyId.ShouldBe("new");
        form.Read(Calls.Get(old, Secrets.After)).ShouldBeRefused(CallbackOutcome.BadSignature, "IPN.vnp_SecureHash.wrong");
        form.Read(Calls.Get(next, Secrets.After)).ShouldBeVerified().KeyId.ShouldBe("new");
    }

    [Test]
    public void Should_tell_a_repeat_from_a_conflict()
    {
        var first = Read(Sample.Signed(Sample.Ipn())).ShouldBeVerified();
        var again = Read(Sample.Signed(Sample.Ipn(("vnp_PayDate", "20250701080531")))).ShouldBeVerified();
        var other = Read(Sample.Signed(Sample.Ipn(("vnp_Amount", "15000100")))).ShouldBeVerified();
        (again.Identity, again.ContentHash).ShouldBe((first.Identity, first.ContentHash));
        other.Identity.ShouldBe(first.Identity);
        other.ContentHash.ShouldNotBe(first.ContentHash);
    }

    [Test]
    public void Should_take_pending_and_then_paid_for_two_tellings()
    {
        var pending = Read(Sample.Signed(Sample.Ipn(("vnp_TransactionStatus", "01")))).ShouldBeVerified();
        pending.Result.ShouldBe(PaymentResult.Unknown);
        Read(Sample.Signed(Sample.Ipn())).ShouldBeVerified().Identity.ShouldNotBe(pending.Identity);
    }

    [Test]
    public void Should_take_two_attempts_that_failed_without_a_number_for_a_repeat()
    {
        var (wrongPassword, cancelled) = (Failed("13"), Failed("24"));
        (cancelled.Identity, cancelled.ContentHash).ShouldBe((wrongPassword.Identity, wrongPassword.ContentHash));
        cancelled.Identity.ShouldNotBe(Read(Sample.Signed(Sample.Ipn())).ShouldBeVerified().Identity);

        static PartnerPayment Failed(string code) => Read(Sample.Signed(Sample.Ipn(
            ("vnp_ResponseCode", code), ("vnp_TransactionStatus", "02"), ("vnp_TransactionNo", "0")))).ShouldBeVerified();
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Should_never_read_another_payment_from_a_query_with_one_byte_changed(ushort at, byte by)
    {
        var query = Encoding.ASCII.GetBytes(Sample.Signed(Sample.Ipn()));
        var reading = Sample.Form().Read(Calls.Get("") with { Query = Calls.WithByteChanged(query, at, by) });
        // The one change without a meaning is the letter case of a hexadecimal digit.
        return reading is CallbackReading.Refused || reading == Sample.Form().Read(Calls.Get("") with { Query = query });
    }

    private static CallbackReading Read(string query) => Sample.Form().Read(Calls.Get(query));
}
