using System.Security.Cryptography;
using System.Text;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Banks.Tests.Fakes;

namespace DichVuCong.Banks.Tests.Signatures;

internal sealed class When_certificates_verify
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"amountVnd":150000}""");

    [Test]
    public void Should_verify_what_the_private_key_signed()
    {
        var signature = new RsaSigningKey("b1", Certificates.BankPrivate).Sign(Body);
        new RsaVerifyingKey("b1", Certificates.BankPublic).Verifies(Body, signature).ShouldBeTrue();
        new RsaVerifyingKey("b1", Certificates.OurPublic).Verifies(Body, signature).ShouldBeFalse();
    }

    [Test]
    public void Should_take_a_certificates_own_dates_into_account()
    {
        var pem = Certificates.BankCertificate(Secrets.Before, Secrets.After);
        var key = new RsaVerifyingKey("b1", pem, validFrom: Secrets.Before.AddDays(-1), validUntil: Secrets.Overlap);
        (key.ValidFrom, key.ValidUntil).ShouldBe((Secrets.Before, Secrets.Overlap));
        new RsaVerifyingKey("b1", pem).ValidUntil.ShouldBe(Secrets.After);
        key.Verifies(Body, new RsaSigningKey("b1", Certificates.BankPrivate).Sign(Body)).ShouldBeTrue();
    }

    [TestCase("")]
    [TestCase("not a key")]
    [TestCase("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void Should_refuse_what_is_no_key(string pem) => Should.Throw<CryptographicException>(() => new RsaVerifyingKey("b1", pem));

    [Test]
    public void Should_refuse_a_key_that_is_too_short()
    {
        using var rsa = RSA.Create(1024);
        var pem = rsa.ExportSubjectPublicKeyInfoPem();
        Should.Throw<CryptographicException>(() => new RsaVerifyingKey("b1", pem));
    }

    [Test]
    public void Should_be_used_by_many_at_once()
    {
        var signature = new RsaSigningKey("b1", Certificates.BankPrivate).Sign(Body);
        var key = new RsaVerifyingKey("b1", Certificates.BankPublic);
        Parallel.For(0, 64, _ => key.Verifies(Body, signature).ShouldBeTrue());
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public bool Should_refuse_a_body_with_one_byte_changed(byte at, byte by)
    {
        var signature = new RsaSigningKey("b1", Certificates.BankPrivate).Sign(Body);
        return !new RsaVerifyingKey("b1", Certificates.BankPublic).Verifies(Calls.WithByteChanged(Body, at, by), signature);
    }
}
