using System.Security.Cryptography;
using DichVuCong.Gateway.Identity.HandOvers;
using DichVuCong.Identity.Settings;

namespace DichVuCong.Gateway.Tests.Identity;

internal sealed class When_ticket_keys_follow_each_other
{
    private static readonly DateTimeOffset Change = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(7));
    private static readonly TicketKeySetting Old = new() { KeyId = "old", Pem = NewKey(), ValidUntil = Change.AddDays(1) };
    private static readonly TicketKeySetting New = new() { KeyId = "new", Pem = NewKey(), ValidFrom = Change };

    [Test]
    public void Should_sign_with_the_old_one_while_both_count_and_believe_both()
    {
        using var keys = Keys(Old, New);

        var signed = keys.Sign(Claims(Change.AddHours(1)), Change.AddHours(1))!.Value;

        signed.KeyId.ShouldBe("old");
        keys.Read(signed.Text)!.Aud.ShouldBe("H26");
        using var alone = Keys(New);
        keys.Read(alone.Sign(Claims(Change.AddHours(1)), Change.AddHours(1))!.Value.Text).ShouldNotBeNull();
    }

    [Test]
    public void Should_take_a_ticket_that_was_signed_a_moment_before_the_old_one_ended()
    {
        using var keys = Keys(Old, New);
        var last = Change.AddDays(1).AddSeconds(-1);

        var signed = keys.Sign(Claims(last), last)!.Value;

        signed.KeyId.ShouldBe("old");
        keys.Read(signed.Text).ShouldNotBeNull();
        keys.Sign(Claims(last.AddSeconds(1)), last.AddSeconds(1))!.Value.KeyId.ShouldBe("new");
    }

    [Test]
    public void Should_not_believe_the_old_one_of_a_ticket_that_is_issued_after_its_end()
    {
        using var stolen = Keys(Old with { ValidUntil = null });
        using var keys = Keys(Old, New);
        var after = Change.AddDays(1);

        keys.Read(stolen.Sign(Claims(after), after)!.Value.Text).ShouldBeNull();
    }

    [Test]
    public void Should_believe_nobody_elses_key_under_the_same_name()
    {
        using var keys = Keys(Old);
        using var other = Keys(Old with { Pem = NewKey() });

        keys.Read(other.Sign(Claims(Change), Change)!.Value.Text).ShouldBeNull();
    }

    [Test]
    public void Should_sign_nothing_when_no_key_counts()
    {
        using var keys = Keys(New);

        keys.Sign(Claims(Change.AddSeconds(-1)), Change.AddSeconds(-1)).ShouldBeNull();
    }

    [Test]
    public void Should_refuse_the_key_of_development_elsewhere_and_keys_that_are_none()
    {
        var development = new TicketSettings { Keys = [new TicketKeySetting { KeyId = "own", Pem = TicketKeySetting.Development.ReplaceLineEndings("\r\n") }] };
        development.Validate(isDevelopment: true).ShouldBeEmpty();
        development.Validate(isDevelopment: false).ShouldHaveSingleItem().ShouldContain("is that of development");
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        foreach (var pem in new[] { "", "x", rsa.ExportPkcs8PrivateKeyPem(), curve.ExportPkcs8PrivateKeyPem(), curve.ExportSubjectPublicKeyInfoPem() })
        {
            new TicketSettings { Keys = [new TicketKeySetting { KeyId = "k", Pem = pem }] }.Validate(isDevelopment: true).ShouldHaveSingleItem().ShouldContain("P-256");
        }
    }

    private static TicketKeys Keys(params TicketKeySetting[] keys) => new(new IdentitySettings { Tickets = new TicketSettings { Keys = keys } });

    private static TicketClaims Claims(DateTimeOffset at) =>
        new("https://gateway.example/", "H26", Guid.NewGuid().ToString("N"), at.ToUnixTimeSeconds(), at.AddMinutes(1).ToUnixTimeSeconds(), "citizen");

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
