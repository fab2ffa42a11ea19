using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Banks.Tests.Fakes;

namespace DichVuCong.Banks.Tests.Signatures;

internal sealed class When_keys_rotate
{
    private static readonly KeyRing<SecretKey> Ring = new(Secrets.Rotating("one", "two").Select(secret => secret.ToKey()));

    [Test]
    public void Should_take_the_old_key_alone_before_the_overlap() => Names(Secrets.Before).ShouldBe(["old"]);

    [Test]
    public void Should_take_both_in_the_overlap() => Names(Secrets.Overlap).ShouldBe(["new", "old"]);

    [Test]
    public void Should_take_the_new_key_alone_from_the_instant_at_which_the_old_one_ends() => Names(Secrets.After).ShouldBe(["new"]);

    [Test]
    public void Should_sign_with_the_key_that_the_partner_knows_for_certain()
    {
        Ring.ToSignAt(Secrets.Before)!.KeyId.ShouldBe("old");
        Ring.ToSignAt(Secrets.Overlap)!.KeyId.ShouldBe("old");
        Ring.ToSignAt(Secrets.After)!.KeyId.ShouldBe("new");
    }

    [Test]
    public void Should_find_a_key_by_its_name_only_while_it_counts()
    {
        Ring.Find("old", Secrets.Overlap).ShouldNotBeNull();
        Ring.Find("old", Secrets.After).ShouldBeNull();
        Ring.Find("new", Secrets.Before).ShouldBeNull();
        Ring.Find("other", Secrets.Overlap).ShouldBeNull();
    }

    [Test]
    public void Should_sign_with_nothing_when_no_key_counts() =>
        new KeyRing<SecretKey>([new SecretKey("k", "s", validUntil: Secrets.Before)]).ToSignAt(Secrets.After).ShouldBeNull();

    [Test]
    public void Should_refuse_a_ring_that_cannot_be()
    {
        Should.Throw<ArgumentException>(() => new KeyRing<SecretKey>([]));
        Should.Throw<ArgumentException>(() => new KeyRing<SecretKey>([new SecretKey("k", "1"), new SecretKey("k", "2")]));
    }

    private static IEnumerable<string> Names(DateTimeOffset at) => Ring.ActiveAt(at).Select(key => key.KeyId);
}
