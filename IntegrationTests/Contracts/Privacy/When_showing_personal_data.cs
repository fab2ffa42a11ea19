namespace DichVuCong.Contracts.Tests.Privacy;

internal sealed class When_showing_personal_data
{
    [Test]
    public void Should_mask_numbers_addresses_and_names()
    {
        PersonalId.TryParse("001099012345", out var id).ShouldBeTrue();
        PhoneNumber.TryParse("0912 345 678", out var phone).ShouldBeTrue();
        EmailAddress.TryParse("an.nguyen@example.vn", out var email).ShouldBeTrue();
        PersonName.TryParse("Nguyễn Văn An", out var name).ShouldBeTrue();

        $"{id} {phone} {email} {name}".ShouldBe("*********345 ********678 ***@example.vn N. V. A.");
    }

    [TestCase("0912345678", "84912345678")]
    [TestCase("+84 912 345 678", "84912345678")]
    [TestCase("0084912345678", "84912345678")]
    [TestCase("01234567890", "84834567890")]
    [TestCase("0168.123.4567", "84381234567")]
    public void Should_bring_telephone_numbers_to_the_form_that_providers_take(string text, string expected)
    {
        PhoneNumber.TryParse(text, out var phone).ShouldBeTrue();
        phone!.Reveal().ShouldBe(expected);
        phone.IsMobile.ShouldBeTrue();
    }

    [TestCase("an@example.vn\r\nBcc: all@example.vn")]
    [TestCase("an example.vn")]
    [TestCase("an@")]
    public void Should_refuse_addresses_that_could_end_a_header(string text) => EmailAddress.TryParse(text, out _).ShouldBeFalse();
}
